// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.Compilers;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.EngineStatistics;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.invoker.capability.CapabilityGrants;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.BadActionException;
import io.wasmwhisk.invoker.code.JavaScript;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;

/** The one engine of an invoker, and the actions it runs. */
public final class WasmRuntime implements AutoCloseable {
  /**
   * Modules that take long to compile keep these busy before other actions have to wait for them.
   */
  private static final int LEAST_COMPILERS = 4;

  private static final int MOST_WAITING_FOR_A_COMPILER = 1_000;

  private final WasmEngine engine;
  private final ActionLoader loader;
  private final CompileAhead ahead;
  private final Limits aheadLimits;
  private final Duration prewarm;

  /** A thread of its own: an action's initialisation must not wait behind it. */
  private final Thread prewarming;

  /** Of containers that somebody still holds. */
  private final Set<Action> actions =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private volatile boolean closed;

  private final Compilers compilers =
      new Compilers(
          Math.max(LEAST_COMPILERS, Runtime.getRuntime().availableProcessors()),
          MOST_WAITING_FOR_A_COMPILER);

  /** Starts the engine. */
  public WasmRuntime(WasmSettings settings) {
    engine = WasmEngine.create(withRoomForJavaScript(settings.engine()));
    ActionCode code = new ActionCode(settings.engine().moduleBytes());
    loader = new ActionLoader(engine, code, new CapabilityGrants(settings.capabilities()));
    Limits limits = Limits.DEFAULTS;
    aheadLimits =
        settings.limits(
            limits.time(), limits.memoryBytes(), limits.resultBytes(), limits.resultPrefixBytes());
    ahead =
        new CompileAhead(
            settings.compileAhead(),
            engine::idle,
            this::compile,
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("wasm-compile-ahead").factory()));
    prewarm = settings.prewarm();
    prewarming =
        Thread.ofPlatform()
            .daemon()
            .name("wasm-prewarm")
            .unstarted(new Prewarm(engine, code, prewarm));
  }

  /** The limit of code is one of actions' own: what runs JavaScript is ours. */
  private static EngineSettings withRoomForJavaScript(EngineSettings settings) {
    return settings.withModuleBytes(Math.max(settings.moduleBytes(), JavaScript.guest().length));
  }

  /** Warms the engine up, beside whatever else it does; called once. */
  public void prewarm() {
    if (!prewarm.isZero()) {
      prewarming.start();
    }
  }

  /**
   * An action of a new container.
   *
   * @param annotations values of the action's annotations as JSON, by name; none where OpenWhisk
   *     does not tell them
   */
  public Action newAction(Map<String, String> annotations) {
    Action action = new Action(loader, annotations, compilers);
    actions.add(action);
    if (closed) {
      action.destroy();
    }
    return action;
  }

  /**
   * Has an action's code compiled before it is asked for, when processors are idle.
   *
   * @param namespace the one that the code belongs to
   * @param action its name there
   * @param code base64 where {@code binary}
   * @param main the entry point
   */
  public void stored(String namespace, String action, String code, boolean binary, String main) {
    ahead.stored(action, new ActionLoader.Source(namespace, code, binary, main));
  }

  /** Forgets code that was not compiled yet. */
  public void removed(String namespace, String action) {
    ahead.removed(namespace, action);
  }

  /** What is wrong with it, its developer is told at its initialisation. */
  private void compile(ActionLoader.Source source) {
    System.Logger log = System.getLogger(WasmRuntime.class.getName());
    try {
      var unused = loader.load(source, Map.of(), aheadLimits);
    } catch (BadActionException | CapabilityException | InvalidModuleException e) {
      log.log(System.Logger.Level.DEBUG, "Code that was stored cannot run", e);
    } catch (RuntimeException | Error e) {
      log.log(System.Logger.Level.WARNING, "Compiling code ahead failed", e);
    }
  }

  /** What is compiled ahead. */
  CompileAhead.Use ahead() {
    return ahead.use();
  }

  /** Which engine runs guests, and how well. */
  public EngineReport report() {
    return engine.report();
  }

  /** What the engine has under way and has done. */
  public EngineStatistics statistics() {
    return engine.statistics();
  }

  /** Ends what runs, so that nobody waits for it: the engine's own deadlines end with it. */
  @Override
  public void close() {
    closed = true;
    List.copyOf(actions).forEach(Action::destroy);
    prewarming.interrupt();
    ahead.close();
    compilers.close();
    loader.grants().close();
    engine.close();
  }
}
