// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.cache.CacheUse;
import io.wasmwhisk.engine.limits.memory.MemoryUse;
import java.time.Duration;

/**
 * What an engine has under way and has done since it was created: what is under way is of one
 * moment, counts only grow.
 *
 * @param load guests
 * @param memory the heap that guests take together
 * @param modules the module cache
 * @param compiling processor time of all compilations that have ended
 */
public record EngineStatistics(
    EngineLoad load, MemoryUse memory, CacheUse modules, Duration compiling) {}
