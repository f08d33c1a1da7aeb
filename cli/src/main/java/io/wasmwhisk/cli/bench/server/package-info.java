// SPDX-License-Identifier: Apache-2.0

/**
 * The server that is attacked: one of our own in a process of its own, or one that runs already.
 * The bench uses it; it knows the launcher and nothing of attacks.
 */
@NullMarked
package io.wasmwhisk.cli.bench.server;

import org.jspecify.annotations.NullMarked;
