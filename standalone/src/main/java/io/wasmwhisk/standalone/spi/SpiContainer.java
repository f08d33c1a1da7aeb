// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import io.wasmwhisk.standalone.container.ActionContainer;
import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.settings.SizeLimits;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerHealthError;
import org.apache.openwhisk.core.containerpool.InitializationError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.containerpool.logging.LogCollectingException;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.entity.ActivationLogs;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.Future;
import spray.json.JsObject;

/** A container of the SPI as the pool wants it. */
final class SpiContainer implements ActionContainer {
  private final Container container;
  private final LogStore logStore;
  private final SizeLimits sizes;
  private final JsonText json;
  private final Clock clock;

  // The transaction of what happens between activations.
  private final TransactionMetadata nanny = TransactionId.invokerNanny();

  SpiContainer(
      Container container, LogStore logStore, SizeLimits sizes, JsonText json, Clock clock) {
    this.container = container;
    this.logStore = logStore;
    this.sizes = sizes;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Initialization> initialize(Job job) {
    ExecutableWhiskAction action = WhiskEntities.action(job.action());
    JsObject initializer =
        action.containerInitializer(Scala.map(new Environment(job).forInit(clock.instant())));
    Future<Interval> initialized =
        container.initialize(
            initializer,
            Scala.duration(job.timeout()),
            job.action().limits().concurrency(),
            Option.apply(action.toWhiskAction()),
            job.transaction());
    return Scala.stage(
        initialized,
        interval -> new Initialization.Done(WhiskEntities.span(interval)),
        SpiContainer::notInitialized);
  }

  private static Optional<Initialization> notInitialized(Throwable failure) {
    return failure instanceof InitializationError error
        ? Optional.of(
            new Initialization.Failed(
                WhiskEntities.span(error.interval()), WhiskEntities.response(error.response())))
        : Optional.empty();
  }

  @Override
  public CompletionStage<RunOutcome> run(Job job, boolean mayReschedule) {
    Environment environment = new Environment(job);
    Future<Tuple2<Interval, ActivationResponse>> ran =
        container.run(
            environment.arguments(),
            environment.forRun(clock.instant()),
            Scala.duration(job.timeout()),
            job.action().limits().concurrency(),
            WhiskEntities.bytes(sizes.payload()),
            WhiskEntities.bytes(sizes.truncation()),
            mayReschedule,
            job.transaction());
    return Scala.stage(ran, this::outcome, SpiContainer::unhealthy);
  }

  private RunOutcome outcome(Tuple2<Interval, ActivationResponse> ran) {
    return new RunOutcome.Ran(
        WhiskEntities.span(ran._1()), printable(WhiskEntities.response(ran._2())));
  }

  private Response printable(Response response) {
    return response.result().filter(json::isTooDeep).isPresent()
        ? Response.developerError(
            "The action produced a response with more than %d arrays and objects within each other."
                .formatted(json.maxDepth()))
        : response;
  }

  private static Optional<RunOutcome> unhealthy(Throwable failure) {
    return failure instanceof ContainerHealthError error
        ? Optional.of(new RunOutcome.Unhealthy(error.msg()))
        : Optional.empty();
  }

  @Override
  public CompletionStage<Logs> logs(Job job, Activation activation) {
    Future<ActivationLogs> collected =
        logStore.collectLogs(
            job.transaction(),
            WhiskEntities.identity(job.user()),
            WhiskEntities.activation(activation),
            container,
            WhiskEntities.action(job.action()));
    return Scala.stage(
        collected, logs -> new Logs(Scala.list(logs.logs()), true), SpiContainer::incomplete);
  }

  private static Optional<Logs> incomplete(Throwable failure) {
    return failure instanceof LogCollectingException partial
        ? Optional.of(new Logs(Scala.list(partial.partialLogs()), false))
        : Optional.empty();
  }

  @Override
  public CompletionStage<?> suspend() {
    return Scala.stage(container.suspend(nanny));
  }

  @Override
  public CompletionStage<?> resume() {
    return Scala.stage(container.resume(nanny));
  }

  @Override
  public CompletionStage<?> destroy() {
    return Scala.stage(container.destroy(nanny));
  }
}
