// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.entities.Activation;
import java.util.concurrent.CompletionStage;

/**
 * What becomes of a job; neither stage ever fails.
 *
 * @param answer the activation as soon as it ended, without logs
 * @param recorded the activation with its logs, after it left its container and was recorded
 */
public record Submission(
    CompletionStage<Activation> answer, CompletionStage<Activation> recorded) {}
