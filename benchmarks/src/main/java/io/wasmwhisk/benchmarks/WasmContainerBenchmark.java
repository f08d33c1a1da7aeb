// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import static io.wasmwhisk.benchmarks.Plugin.PATIENCE;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import scala.Option;
import scala.concurrent.Await;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.ParserInput;

/**
 * What OpenWhisk's container proxy waits for: {@code initialize} and {@code run} of a container,
 * with spray-json's values in and out, and the log lines taken.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WasmContainerBenchmark {
  private static final ByteSize MOST = new ByteSize(1, SizeUnits.MB$.MODULE$);
  private static final ByteSize TRUNCATED = new ByteSize(1, SizeUnits.KB$.MODULE$);
  private static final JsValue PARAMETERS = json("{\"name\":\"World\"}");
  private static final JsValue ANSWER = json("{\"greeting\":\"Hello, World!\"}");

  private static final JsObject ENVIRONMENT =
      json("""
              {"namespace":"guest","action_name":"/guest/hello","action_version":"0.0.1",
              "activation_id":"d3b8e4b1c6f24c0ab8e4b1c6f2ac0a11","transaction_id":"b1c6f24c0ab8",
              "deadline":"4102444800000","api_key":"c2VjcmV0OnNlY3JldA"}
              """)
          .asJsObject();

  /** {@code whisk.wasm.engine}. */
  @Param({"graalwasm", "endive"})
  public String engine = "";

  private @Nullable Plugin plugin;
  private @Nullable Container warm;
  private @Nullable JsObject initializer;

  /** Starts the plugin, and puts the action into a container. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    Guest hello = Guest.read("c/hello");
    initializer = initializer(hello.module());
    plugin = new Plugin(engine);
    warm = initialized();
  }

  /** What {@code ExecutableWhiskAction.containerInitializer} makes. */
  private static JsObject initializer(byte[] module) {
    return json("{\"name\":\"hello\",\"main\":\"main\",\"binary\":true,\"env\":{},\"code\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(module)))
        .asJsObject();
  }

  private static JsValue json(String text) {
    return JsonParser$.MODULE$.apply(ParserInput.apply(text));
  }

  private static TransactionMetadata transaction() {
    return new TransactionMetadata(
        UUID.randomUUID().toString(), Instant.now(), false, Option.empty());
  }

  private Container initialized() throws Exception {
    Container container = Objects.requireNonNull(plugin).container();
    JsObject code = Objects.requireNonNull(initializer);
    Await.result(container.initialize(code, PATIENCE, 1, Option.empty(), transaction()), PATIENCE);
    return container;
  }

  private static ActivationResponse run(Container container) throws Exception {
    TransactionMetadata transaction = transaction();
    ActivationResponse response =
        Await.result(
                container.run(
                    PARAMETERS, ENVIRONMENT, PATIENCE, 2, MOST, TRUNCATED, false, transaction),
                PATIENCE)
            ._2();
    if (!ANSWER.equals(response.result().get())) {
      throw new IllegalStateException("not what the guest answers: " + response);
    }
    // Whoever does not ask for them leaves them to the next one.
    Objects.requireNonNull(container.logs(MOST, false, transaction));
    return response;
  }

  /** A run in a container that is initialised. */
  @Benchmark
  public ActivationResponse warm() throws Exception {
    return run(Objects.requireNonNull(warm));
  }

  /** The same, two at once in one container. */
  @Benchmark
  @Threads(2)
  public ActivationResponse warmTwoThreads() throws Exception {
    return run(Objects.requireNonNull(warm));
  }

  /**
   * Creation, initialisation with code that the plugin has compiled before, run; the removal is
   * begun, and goes on beside what OpenWhisk does next, for two seconds by design.
   */
  @Benchmark
  public ActivationResponse coldOfAKnownModule() throws Exception {
    Container container = initialized();
    ActivationResponse response = run(container);
    container.destroy(transaction());
    return response;
  }

  /** Stops the plugin. */
  @TearDown(Level.Trial)
  public void stop() {
    Objects.requireNonNull(plugin).close();
  }
}
