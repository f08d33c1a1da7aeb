// SPDX-License-Identifier: Apache-2.0
/**
 * The plugin links to OpenWhisk's classes and to nothing that OpenWhisk does not have: read from
 * class files, and compared with the signatures that were recorded from OpenWhisk 2.0.0 ({@code
 * openwhisk-api/2.0.0.txt}). It must not know what the classes do.
 */
@NullMarked
package io.wasmwhisk.tests.signatures;

import org.jspecify.annotations.NullMarked;
