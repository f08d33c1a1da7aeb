// SPDX-License-Identifier: Apache-2.0
/**
 * What Java needs to write classes that Scala callers take for their own: case-class behaviour,
 * Scala collections, JSON in spray's types, settings in the form that OpenWhisk reads. Called only
 * by the {@code org.apache.openwhisk} packages of this module. It must not know any of them: no
 * OpenWhisk type appears here.
 */
@NullMarked
package io.wasmwhisk.openwhisk;

import org.jspecify.annotations.NullMarked;
