// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import java.time.Duration;

/**
 * How containers are kept.
 *
 * @param userMemoryMb what the memory limits of all containers may sum up to ({@code
 *     whisk.container-pool.user-memory})
 * @param idleContainer a paused container is removed after this time ({@code
 *     whisk.container-proxy.timeouts.idle-container})
 * @param pauseGrace an idle container is paused after this time ({@code
 *     whisk.container-proxy.timeouts.pause-grace})
 * @param answerGrace how long after its deadline a call of the container factory may still answer
 *     before its container is given up ({@code wasmwhisk.standalone.answer-grace})
 */
public record PoolSettings(
    long userMemoryMb, Duration idleContainer, Duration pauseGrace, Duration answerGrace) {}
