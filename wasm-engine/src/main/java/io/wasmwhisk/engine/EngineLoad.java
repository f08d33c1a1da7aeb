// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

/**
 * What an engine has under way at one moment.
 *
 * @param running guests that have a processor
 * @param started guests that have started and not ended, those among them
 * @param queued guests that wait to be started
 * @param lingering guests whose callers were answered although they have not left yet; counted as
 *     started all the same
 */
public record EngineLoad(int running, int started, int queued, int lingering) {}
