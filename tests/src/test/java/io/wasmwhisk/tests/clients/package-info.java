// SPDX-License-Identifier: Apache-2.0

/**
 * The local OpenWhisk, started by its launcher as a process, with real clients: HTTP, the npm
 * package openwhisk, wsk, our own command. Knows nothing of the code inside.
 */
@NullMarked
package io.wasmwhisk.tests.clients;

import org.jspecify.annotations.NullMarked;
