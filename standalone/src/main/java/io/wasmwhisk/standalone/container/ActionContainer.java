// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.container;

import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A container as the pool sees it. No method may throw or block; a stage that fails is the
 * platform's fault, everything expected is a value.
 */
public interface ActionContainer {

  /** Loads the job's action, once and before anything else. */
  CompletionStage<Initialization> initialize(Job job);

  /**
   * Runs one activation; several at once up to the action's concurrency limit.
   *
   * @param mayReschedule whether {@link RunOutcome.Unhealthy} is a possible answer
   */
  CompletionStage<RunOutcome> run(Job job, boolean mayReschedule);

  /** What the activation wrote. */
  CompletionStage<Logs> logs(Job job, Activation activation);

  CompletionStage<?> suspend();

  CompletionStage<?> resume();

  CompletionStage<?> destroy();

  /** How an initialization ended. */
  sealed interface Initialization {
    /** The container can run activations. */
    record Done(Span span) implements Initialization {}

    /** It cannot, and this is what the activation ends with. */
    record Failed(Span span, Response response) implements Initialization {}
  }

  /** How a run ended. */
  sealed interface RunOutcome {
    /** It ran, well or not. */
    record Ran(Span span, Response response) implements RunOutcome {}

    /** It never ran, because the container is broken; another one may run it. */
    record Unhealthy(String reason) implements RunOutcome {}
  }

  /**
   * Formatted lines.
   *
   * @param complete false when some are missing; the container is given up then
   */
  record Logs(List<String> lines, boolean complete) {}
}
