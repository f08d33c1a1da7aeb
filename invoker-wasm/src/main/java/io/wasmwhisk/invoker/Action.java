// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.Activation;
import io.wasmwhisk.engine.Compilers;
import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import io.wasmwhisk.invoker.code.JavaScript;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One action in one container: initialised once, then run any number of times, also in parallel,
 * each run in an instance of its own.
 *
 * <p>States go one way: new → initialising → ready (or failed) → destroyed.
 */
public final class Action {
  private static final String ONLY_ONCE = "Cannot initialize the action more than once.";
  private static final String NO_CODE = "Missing main/no code to execute.";
  private static final String NOT_INITIALISED =
      "The action was not run: its container is not initialised.";
  private static final String REMOVED = "The action was not run: its container was removed.";

  /** OpenWhisk keeps to the limit itself, so this is for whoever calls a container directly. */
  private static final String TOO_MANY_RUNS =
      "The action was not run: its container runs as many activations already as the action's limit"
          + " \"concurrency\" allows: %d.";

  private final ActionLoader loader;
  private final Map<String, String> annotations;
  private final Compilers compilers;
  private final AtomicReference<State> state = new AtomicReference<>(State.Plain.NEW);
  private final CompletableFuture<Initialized> removal = new CompletableFuture<>();

  /** Runs that were asked for and not answered. */
  private final AtomicInteger runs = new AtomicInteger();

  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  private sealed interface State {
    record Ready(Loaded action) implements State {}

    /** States without anything of their own. */
    enum Plain implements State {
      NEW,
      INITIALISING,
      FAILED,
      DESTROYED
    }
  }

  /** The first half of an initialisation: code that is compiled, or why there is none. */
  private sealed interface Loading {
    record Done(Loaded action, ActionPackage.Language language, Optional<Duration> compilation)
        implements Loading {}

    record Failed(Answer answer) implements Loading {}
  }

  /**
   * @param annotations values of the action's annotations as JSON, by name, where they are known
   */
  Action(ActionLoader loader, Map<String, String> annotations, Compilers compilers) {
    this.loader = loader;
    this.annotations = annotations;
    this.compilers = compilers;
  }

  /**
   * An initialisation's end.
   *
   * @param answer what {@code /init} answers
   * @param compilation processor time that compiling the module took; empty where none was compiled
   *     for this action
   * @param logs what the action wrote while it was loaded, where that failed
   */
  public record Initialized(Answer answer, Optional<Duration> compilation, ActivationLogs logs) {
    private Initialized(Answer answer) {
      this(answer, Optional.empty(), ActivationLogs.NONE);
    }
  }

  /**
   * What {@code POST /init} does: decodes and compiles the code; JavaScript is loaded once, so that
   * what is wrong with it is said now. The answer always comes, at the deadline or when the action
   * is destroyed at the latest. Code that is still loaded then is ended; a compilation goes on and
   * fills the module cache, one that had not begun never does.
   *
   * @param limits what loading the code may use, as a run may
   */
  public CompletableFuture<Initialized> initialize(Initializer initializer, Limits limits) {
    if (initializer.code().isBlank() && state.get() == State.Plain.NEW) {
      return CompletableFuture.completedFuture(new Initialized(Answer.error(502, NO_CODE)));
    }
    if (!state.compareAndSet(State.Plain.NEW, State.Plain.INITIALISING)) {
      return CompletableFuture.completedFuture(
          state.get() == State.Plain.DESTROYED
              ? new Initialized(new Answer.Gone(REMOVED))
              : new Initialized(Answer.error(403, ONLY_ONCE)));
    }
    long asked = System.nanoTime();
    long nanos = limits.time().toNanos();
    Loading late = new Loading.Failed(new Answer.TimedOut());
    CompletableFuture<Loading> loaded =
        compilers
            .submit(
                initializer.actionNamespace(),
                () -> {
                  Loading loading = load(initializer, limits);
                  // The timer may be late as well, on a busy machine.
                  return System.nanoTime() - asked > nanos ? late : loading;
                },
                Action::overloaded)
            .completeOnTimeout(late, nanos, TimeUnit.NANOSECONDS);
    CompletableFuture<Initialized> end =
        new CompletableFuture<Initialized>()
            .completeOnTimeout(new Initialized(new Answer.TimedOut()), nanos, TimeUnit.NANOSECONDS);
    loaded
        .thenCompose(loading -> initialized(loading, initializer, limits, end))
        .whenComplete(
            (initialized, failure) -> {
              if (failure == null) {
                end.complete(initialized);
              } else {
                end.completeExceptionally(failure);
              }
            });
    removal.thenAccept(
        removed -> {
          end.complete(removed);
          loaded.complete(new Loading.Failed(removed.answer()));
        });
    return end.whenComplete(
        (initialized, failure) ->
            state.compareAndSet(State.Plain.INITIALISING, State.Plain.FAILED));
  }

  private Loading load(Initializer initializer, Limits limits) {
    try {
      initializer.requireSettable();
      ActionLoader.Ready ready = loader.load(initializer.source(), annotations, limits);
      Optional<String> obstacle = ready.module().obstacle();
      if (obstacle.isPresent()) {
        return new Loading.Failed(Answer.error(502, obstacle.get()));
      }
      return new Loading.Done(
          new Loaded(
              ready.module(),
              ready.content().files(),
              new Environment(initializer.environment(), ready.granted().environment()),
              ready.granted().capabilities(),
              ready.content().arguments()),
          ready.content().language(),
          ready.compilation());
    } catch (BadActionException | CapabilityException | InvalidModuleException e) {
      return new Loading.Failed(Answer.error(502, String.valueOf(e.getMessage())));
    }
  }

  private static Loading overloaded(int queued) {
    return new Loading.Failed(
        new Answer.NotRun(
            502,
            "The action was not initialised: %d others wait for that already, the most there may be."
                .formatted(queued)));
  }

  /**
   * @param end of the initialisation, which others may have brought about before
   */
  private CompletableFuture<Initialized> initialized(
      Loading loading, Initializer initializer, Limits limits, CompletableFuture<Initialized> end) {
    return switch (loading) {
      case Loading.Failed failed ->
          CompletableFuture.completedFuture(failed(new Initialized(failed.answer())));
      case Loading.Done done ->
          switch (done.language()) {
            case WEBASSEMBLY -> CompletableFuture.completedFuture(ready(done));
            case JAVASCRIPT -> {
              Activation script =
                  done.action().start(JavaScript.LOAD_ONLY, initializer.environment(), limits);
              end.whenComplete((answered, failure) -> script.cancel());
              yield script.completion().thenApply(completion -> scriptLoaded(completion, done));
            }
          };
    };
  }

  private Initialized scriptLoaded(Completion completion, Loading.Done done) {
    return completion.outcome() instanceof Outcome.Result
        ? ready(done)
        : failed(
            new Initialized(
                Answer.ofLoading(completion.outcome()),
                done.compilation(),
                ActivationLogs.of(completion)));
  }

  private Initialized ready(Loading.Done done) {
    Answer answer =
        state.compareAndSet(State.Plain.INITIALISING, new State.Ready(done.action()))
            ? new Answer.Response(200, "{\"ok\":true}")
            : new Answer.Gone(REMOVED);
    return new Initialized(answer, done.compilation(), ActivationLogs.NONE);
  }

  private Initialized failed(Initialized initialized) {
    state.compareAndSet(State.Plain.INITIALISING, State.Plain.FAILED);
    return initialized;
  }

  /**
   * An activation's end, in a runtime's words.
   *
   * @param answer what {@code /run} answers
   * @param logs what the action wrote, with a last line of ours where the answer alone would leave
   *     its developer guessing
   * @param completion how the engine says that it ended; empty where it was not asked
   */
  public record Ran(Answer answer, ActivationLogs logs, Optional<Completion> completion) {
    private static Ran refused(Answer answer) {
      return new Ran(answer, ActivationLogs.NONE, Optional.empty());
    }
  }

  /**
   * What {@code POST /run} does.
   *
   * @param parameters a JSON object or array, handed to the guest verbatim
   * @param environment variables of this activation; they win over those of the initialisation
   * @param limits what it may use
   * @param mostRuns runs that may be under way in this container at once, this one among them
   * @return completes when the activation ends, at its deadline at the latest; exceptionally only
   *     when the engine failed
   */
  public CompletableFuture<Ran> run(
      String parameters, Map<String, String> environment, Limits limits, int mostRuns) {
    if (runs.incrementAndGet() > mostRuns) {
      left();
      return CompletableFuture.completedFuture(
          Ran.refused(Answer.error(502, TOO_MANY_RUNS.formatted(mostRuns))));
    }
    return started(parameters, environment, limits).whenComplete((ran, failure) -> left());
  }

  private CompletableFuture<Ran> started(
      String parameters, Map<String, String> environment, Limits limits) {
    try {
      return run(parameters, environment, limits);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void left() {
    if (runs.decrementAndGet() == 0 && state.get() == State.Plain.DESTROYED) {
      gone.complete(null);
    }
  }

  private CompletableFuture<Ran> run(
      String parameters, Map<String, String> environment, Limits limits) {
    if (!(state.get() instanceof State.Ready ready)) {
      return CompletableFuture.completedFuture(
          Ran.refused(
              new Answer.Gone(state.get() == State.Plain.DESTROYED ? REMOVED : NOT_INITIALISED)));
    }
    return ready
        .action()
        .start(parameters, environment, limits)
        .completion()
        .thenApply(Action::ran);
  }

  private static Ran ran(Completion completion) {
    return new Ran(
        Answer.of(completion.outcome()), ActivationLogs.of(completion), Optional.of(completion));
  }

  /**
   * Refuses what comes from now on and forgets the module; idempotent. What runs goes on: OpenWhisk
   * destroys a container as soon as one of its activations failed, and the others, each in an
   * instance of its own, have nothing to do with that.
   *
   * @return completes when nothing runs any more, after the last deadline at the latest
   */
  public CompletableFuture<Void> destroy() {
    state.set(State.Plain.DESTROYED);
    removal.complete(new Initialized(new Answer.Gone(REMOVED)));
    if (runs.get() == 0) {
      gone.complete(null);
    }
    return gone.copy();
  }
}
