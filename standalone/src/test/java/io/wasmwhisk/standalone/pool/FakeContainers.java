// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.ActionContainer;
import io.wasmwhisk.standalone.container.ContainerSource;
import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.container.Span;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.json.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Containers that write down every call, as in {@code "run #1 a"}: the first container, activation
 * a. Calls succeed at once unless a test {@link #answer}s otherwise.
 */
final class FakeContainers implements ContainerSource {
  static final Response OK =
      new Response(
          Response.Status.SUCCESS,
          Optional.of(Fields.byName().with("ok", true).toJson()),
          Optional.of(11));

  final List<String> calls = new ArrayList<>();
  private final Map<String, Supplier<CompletableFuture<Object>>> answers = new HashMap<>();
  private final ManualTime time;
  private final Duration runTime;
  private int created;

  FakeContainers(ManualTime time, Duration runTime) {
    this.time = time;
    this.runTime = runTime;
  }

  /** The call is answered with this value. */
  void answer(String call, Object value) {
    answers.put(call, () -> CompletableFuture.completedFuture(value));
  }

  /** The call fails. */
  void fail(String call, Throwable failure) {
    answers.put(call, () -> CompletableFuture.failedFuture(failure));
  }

  /** The call throws. */
  void blowUp(String call, RuntimeException failure) {
    answers.put(
        call,
        () -> {
          throw failure;
        });
  }

  /** The call is never answered. */
  void neverAnswer(String call) {
    answers.put(call, CompletableFuture::new);
  }

  /** The call is answered when the test completes the future. */
  CompletableFuture<Object> hold(String call) {
    CompletableFuture<Object> held = new CompletableFuture<>();
    answers.put(call, () -> held);
    return held;
  }

  /** The run ends so. */
  void respond(String call, Response response) {
    answer(call, ran(response));
  }

  ActionContainer.RunOutcome ran(Response response) {
    return new ActionContainer.RunOutcome.Ran(span(), response);
  }

  ContainerSource.Creation created(int number) {
    return new Creation.Created(new FakeContainer(number));
  }

  List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  @Override
  public CompletionStage<Creation> create(Job job) {
    int number = ++created;
    return called("create #" + number + " " + job.activationId(), created(number));
  }

  private Span span() {
    return new Span(time.instant(), time.instant().plus(runTime));
  }

  @SuppressWarnings("unchecked")
  private <T> CompletionStage<T> called(String call, T otherwise) {
    calls.add(call);
    var answer = answers.remove(call);
    return answer == null
        ? CompletableFuture.completedFuture(otherwise)
        : (CompletionStage<T>) answer.get();
  }

  private final class FakeContainer implements ActionContainer {
    private final int number;

    FakeContainer(int number) {
      this.number = number;
    }

    @Override
    public CompletionStage<Initialization> initialize(Job job) {
      return called("init #" + number + " " + job.activationId(), new Initialization.Done(span()));
    }

    @Override
    public CompletionStage<RunOutcome> run(Job job, boolean mayReschedule) {
      String call = "run #" + number + " " + job.activationId();
      return called(mayReschedule ? call : call + " first", ran(OK));
    }

    @Override
    public CompletionStage<Logs> logs(Job job, Activation activation) {
      String line = "line of " + job.activationId();
      return called("logs #" + number + " " + job.activationId(), new Logs(List.of(line), true));
    }

    @Override
    public CompletionStage<?> suspend() {
      return called("suspend #" + number, Optional.empty());
    }

    @Override
    public CompletionStage<?> resume() {
      return called("resume #" + number, Optional.empty());
    }

    @Override
    public CompletionStage<?> destroy() {
      return called("destroy #" + number, Optional.empty());
    }
  }
}
