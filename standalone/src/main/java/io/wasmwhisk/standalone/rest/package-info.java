// SPDX-License-Identifier: Apache-2.0
/**
 * OpenWhisk's REST API v1, as far as it is served here, with the statuses, headers and words of
 * OpenWhisk 2.0.0; the rest answers 501. Started by the façade, it uses the entities, the stores
 * and the pool; it must not know containers or OpenWhisk's classes but for the transaction that a
 * job carries.
 */
@NullMarked
package io.wasmwhisk.standalone.rest;

import org.jspecify.annotations.NullMarked;
