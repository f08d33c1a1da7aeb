// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

/**
 * What is under way at one moment.
 *
 * @param onTurn claims on a processor
 * @param started claims that have started and not ended, those on a processor among them
 * @param queued claims that wait to be started
 */
public record Load(int onTurn, int started, int queued) {}
