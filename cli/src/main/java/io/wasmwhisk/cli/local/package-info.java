// SPDX-License-Identifier: Apache-2.0

/**
 * What {@code standalone} adds to the server that it starts: the sample actions, and the report of
 * how to call them. It talks to the server by its REST API only, and knows no picocli.
 */
@NullMarked
package io.wasmwhisk.cli.local;

import org.jspecify.annotations.NullMarked;
