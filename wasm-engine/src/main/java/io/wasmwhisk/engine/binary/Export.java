// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import org.jspecify.annotations.Nullable;

/**
 * What a module offers to its host (core specification, 2.5.10).
 *
 * @param name unique among the module's exports
 * @param kind what is exported
 * @param index in the index space of its kind, imports first
 * @param type the type of an exported function, null for everything else
 */
public record Export(String name, ExternalKind kind, int index, @Nullable FunctionType type) {}
