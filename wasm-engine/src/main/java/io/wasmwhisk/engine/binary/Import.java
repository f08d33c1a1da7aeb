// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import org.jspecify.annotations.Nullable;

/**
 * What a module asks of its host (core specification, 2.5.11).
 *
 * @param module the first name, {@code wasi_snapshot_preview1} for instance
 * @param name the second name
 * @param kind what is imported
 * @param type the type of an imported function, null for everything else
 */
public record Import(String module, String name, ExternalKind kind, @Nullable FunctionType type) {}
