// SPDX-License-Identifier: Apache-2.0
/**
 * spray-json for Java callers: parsing within a nesting limit, objects built field by field in
 * OpenWhisk's order. Called by the entities, the REST room and the SPI edge; it knows no entity and
 * no HTTP. Scala's collections stay in here.
 */
@NullMarked
package io.wasmwhisk.standalone.json;

import org.jspecify.annotations.NullMarked;
