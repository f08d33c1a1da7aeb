// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.entities.Activation;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of a job; neither stage ever fails.
 *
 * @param answer the activation as soon as it ended, without logs
 * @param recorded the activation with its logs, after it left its container and was recorded
 */
public record Submission(CompletionStage<Activation> answer, CompletionStage<Activation> recorded) {

  /**
   * The answer, once the container is free again and the activation is recorded: a client that
   * calls again at once finds the container warm and the record there. Log lines that are slow to
   * collect are not waited for.
   *
   * @param most how long the answer may be kept back
   */
  public CompletionStage<Activation> settled(Duration most) {
    return answer.thenCompose(
        activation ->
            recorded
                .thenApply(recorded -> activation)
                .toCompletableFuture()
                .completeOnTimeout(activation, most.toMillis(), TimeUnit.MILLISECONDS));
  }
}
