// SPDX-License-Identifier: Apache-2.0
/**
 * OpenWhisk's nouns as values of ours: actions with their code, parameters and limits, activations
 * with their responses, each with the JSON that OpenWhisk's API shows. Made and read by the REST
 * room, kept by the store, run by the pool. Knows no HTTP, no container and none of OpenWhisk's
 * classes.
 */
@NullMarked
package io.wasmwhisk.standalone.entities;

import org.jspecify.annotations.NullMarked;
