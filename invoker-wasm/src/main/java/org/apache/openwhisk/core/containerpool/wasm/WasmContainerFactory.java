// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.invoker.WasmRuntime;
import io.wasmwhisk.invoker.WasmSettings;
import io.wasmwhisk.start.CodeAhead;
import io.wasmwhisk.start.Compilation;
import io.wasmwhisk.start.Jvm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.WhiskContainerStartupError;
import org.apache.openwhisk.core.containerpool.wasm.logs.LogShelf;
import org.apache.openwhisk.core.containerpool.wasm.logs.LogStores;
import org.apache.openwhisk.core.containerpool.wasm.metrics.EndLog;
import org.apache.openwhisk.core.containerpool.wasm.metrics.Reports;
import org.apache.openwhisk.core.containerpool.wasm.metrics.WasmMetrics;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.Parameters;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import spray.json.JsValue;

/**
 * Makes containers that are a few Java objects: nothing is started before the code arrives.
 *
 * <p>Of the action that a cold start names only annotations are looked at, which narrow what it may
 * reach: OpenWhisk's scheduler never gives it, so everything an action needs is taken from what
 * always arrives.
 */
final class WasmContainerFactory implements ContainerFactory, CodeAhead {
  private static final List<String> CAPABILITY_ANNOTATIONS =
      List.of("dir", "net_access", "wasm-capabilities");

  private final ActorSystem actorSystem;
  private final Logging logging;
  private final String apiHost;
  private final WasmRuntime runtime;
  private final WasmSettings settings;
  private final WasmMetrics metrics;
  private final EndLog ends;
  private final LogShelf logs = LogShelf.ofThisHeap();
  private final AtomicLong created = new AtomicLong();

  WasmContainerFactory(
      ActorSystem actorSystem,
      Logging logging,
      String apiHost,
      WasmRuntime runtime,
      WasmSettings settings) {
    this.actorSystem = actorSystem;
    this.logging = logging;
    this.apiHost = apiHost;
    this.runtime = runtime;
    this.settings = settings;
    this.metrics = WasmMetrics.of(actorSystem, runtime::statistics);
    this.ends = new EndLog(logging, System::nanoTime);
  }

  @Override
  public Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest.ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      Option<ExecutableWhiskAction> action,
      WhiskConfig config,
      Logging logging) {
    return create(name, memory, action);
  }

  @Override
  public Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest.ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      WhiskConfig config,
      Logging logging) {
    return create(name, memory, Option.empty());
  }

  @Override
  public void stored(
      String namespace, String action, String image, String code, boolean binary, String main) {
    runtime.stored(namespace, action, code, binary, main);
  }

  @Override
  public void removed(String namespace, String action) {
    runtime.removed(namespace, action);
  }

  /** Those that say something of capabilities, as JSON. */
  private static Map<String, String> annotations(Option<ExecutableWhiskAction> action) {
    Map<String, String> annotations = new HashMap<>();
    if (action.isDefined()) {
      for (String name : CAPABILITY_ANNOTATIONS) {
        Option<JsValue> value = Parameters.get$extension(action.get().annotations(), name);
        if (value.isDefined()) {
          annotations.put(name, value.get().compactPrint());
        }
      }
    }
    return annotations;
  }

  /** Never throws: a throw here is never acknowledged and leaks the pool's slot. */
  private Future<Container> create(
      String name, ByteSize memory, Option<ExecutableWhiskAction> action) {
    try {
      // An operator may allow actions more than a guest can address.
      long memoryBytes = Math.min(memory.toBytes(), Limits.MOST_MEMORY_BYTES);
      ContainerId id = new ContainerId(name + "_" + created.incrementAndGet());
      return Future.successful(
          new WasmContainer(
              actorSystem,
              logging,
              id,
              apiHost,
              runtime.newAction(annotations(action)),
              memoryBytes,
              settings,
              new Reports(metrics.container(), ends),
              logs));
    } catch (RuntimeException e) {
      return Future$.MODULE$.failed(new WhiskContainerStartupError("WasmWhisk: " + e.getMessage()));
    }
  }

  /**
   * Says which engine runs guests, loudly when it only interprets them or when nobody collects
   * their logs, and warms it up.
   */
  @Override
  public void init() {
    runtime.prewarm();
    metrics.start();
    EngineReport report = runtime.report();
    String mode =
        "WasmWhisk runs actions on %s (%s), Java %s"
            .formatted(report.engine(), report.implementation(), report.javaVersion());
    Jvm jvm = Jvm.current();
    if (report.compiles() && !takenOver(report)) {
      logging.info(this, () -> mode, TransactionId.invoker());
      Compilation.hints(jvm).forEach(this::warn);
    } else {
      String advice = report.compiles() ? Compilation.takenOver(jvm) : Compilation.advice(jvm);
      logging.warn(this, () -> mode + ". " + advice, TransactionId.invoker());
    }
    LogStores.problem(actorSystem.settings().config()).ifPresent(this::warn);
  }

  /** Whether Endive runs guests only because GraalWasm cannot compile them here. */
  private boolean takenOver(EngineReport report) {
    return settings.engine().engine() == EngineChoice.AUTO
        && report.engine().equals(EngineChoice.ENDIVE.word());
  }

  private void warn(String problem) {
    logging.warn(this, () -> "WasmWhisk: " + problem, TransactionId.invoker());
  }

  /** Ends what runs. OpenWhisk neither drains nor destroys its containers before. */
  @Override
  public void cleanup() {
    metrics.close();
    runtime.close();
  }
}
