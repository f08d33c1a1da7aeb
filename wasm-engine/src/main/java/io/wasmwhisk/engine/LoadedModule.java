// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * A module, and what it took to have it.
 *
 * @param module the module
 * @param compilation processor time that compiling it took; empty where it was compiled before, or
 *     for somebody else at the same time
 */
public record LoadedModule(CompiledModule module, Optional<Duration> compilation) {}
