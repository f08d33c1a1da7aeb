// SPDX-License-Identifier: Apache-2.0

/**
 * Who may use a processor, and when: a few turns, shared fairly between owners, whatever each of
 * them asks for. Called by whoever starts work that strangers wrote; knows neither guests nor
 * engines, only {@link io.wasmwhisk.engine.schedule.Claim}s.
 */
@NullMarked
package io.wasmwhisk.engine.schedule;

import org.jspecify.annotations.NullMarked;
