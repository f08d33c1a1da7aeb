// SPDX-License-Identifier: Apache-2.0
/**
 * Requests and answers as OpenWhisk's controller forms them over Akka HTTP: paths, query
 * parameters, bodies, error texts, CORS headers, transaction ids. Used by the REST room alone; it
 * must not know what the resources are.
 */
@NullMarked
package io.wasmwhisk.standalone.http;

import org.jspecify.annotations.NullMarked;
