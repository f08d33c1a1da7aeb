// SPDX-License-Identifier: Apache-2.0
/**
 * The runtimes manifest: which kinds of actions there are, and the image of each. Read once at
 * start by the façade, asked by the entities when an action is created and by the REST room for the
 * API info. It must not know actions, HTTP or OpenWhisk's classes.
 */
@NullMarked
package io.wasmwhisk.standalone.runtimes;

import org.jspecify.annotations.NullMarked;
