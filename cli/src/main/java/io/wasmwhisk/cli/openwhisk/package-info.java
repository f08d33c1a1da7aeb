// SPDX-License-Identifier: Apache-2.0

/**
 * Starts a real OpenWhisk's standalone server with the plugin in it, as a process of its own: finds
 * its classes in a directory, gives it every setting it needs to run without Docker, waits until it
 * runs an action, stops it. Called by {@code standalone --openwhisk}, by the benches and by the
 * tests; knows no picocli and nothing of what happens inside the server.
 */
@NullMarked
package io.wasmwhisk.cli.openwhisk;

import org.jspecify.annotations.NullMarked;
