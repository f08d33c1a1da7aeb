// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.engine.ClassCache;
import io.wasmwhisk.engine.Concurrency;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.invoker.capability.CapabilityPolicies;
import io.wasmwhisk.invoker.image.OwnImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WasmSettingsTest {

  @Test
  void theDefaultsAreTheEngines() {
    assertThat(from(""))
        .isEqualTo(
            new WasmSettings(
                EngineSettings.DEFAULTS,
                10 << 20,
                16 << 20,
                1000,
                Duration.ZERO,
                100,
                Duration.ofSeconds(3),
                nothing(),
                OwnImages.parse(List.of("wasmwhisk/action-wasm")),
                Optional.empty()));
  }

  /** What the shipped defaults allow; their own tests are CapabilityGrantsTest. */
  private static CapabilityPolicies nothing() {
    CapabilityPolicies defaults = from("").capabilities();
    assertThat(defaults)
        .hasToString(
            "CapabilityPolicies[everybody=whisk.wasm.capabilities.default[directories={}, environment=[], http=[]], namespaces={}, httpRequests=256]");
    return defaults;
  }

  @Test
  void everyKeyIsRead() {
    WasmSettings settings =
        from(
            """
            whisk.wasm {
              module-cache = 1m
              running-activations = 5
              concurrent-activations = 7
              activations-per-action = 6
              queued-activations = 0
              memory-budget = 8m
              stack = 2m
              engine = endive
              class-cache = /var/cache/wasm
              class-cache-limit = 7m
              code-limit = 3m
              log-limit = 4k
              tmp-limit = 5k
              tmp-files = 6
              compile-limit = 9s
              cpu-limit = 20s
              compile-ahead = 3
              prewarm = 10ms
              ready-instances = 3k
              images = ["example.com:5000/wasm", "b:1"]
              delegate = a.Provider
            }
            """);

    assertThat(settings)
        .isEqualTo(
            new WasmSettings(
                new EngineSettings(
                    EngineChoice.ENDIVE,
                    Optional.of(new ClassCache(Path.of("/var/cache/wasm"), 7 << 20)),
                    1 << 20,
                    new Concurrency(5, 7, 6, 0),
                    2 << 20,
                    3 << 20,
                    Duration.ofSeconds(9),
                    8 << 20,
                    3 << 10),
                4 << 10,
                5 << 10,
                6,
                Duration.ofSeconds(20),
                3,
                Duration.ofMillis(10),
                nothing(),
                OwnImages.parse(List.of("example.com:5000/wasm", "b:1")),
                Optional.of("a.Provider")));
  }

  @Test
  void allProblemsAreReportedTogether() {
    assertThatThrownBy(
            () -> from("whisk.wasm { stak = 1m, stack = much, concurrent-activations = x }"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The configuration has 3 problem(s): whisk.wasm.stak is not a setting; there are activations-per-action, capabilities, class-cache, class-cache-limit, code-limit, compile-ahead, compile-limit, concurrent-activations, cpu-limit, delegate, engine, images, log-limit, memory-budget, module-cache, prewarm, queued-activations, ready-instances, running-activations, stack, tmp-files, tmp-limit; whisk.wasm.concurrent-activations: ")
        .hasMessageContaining("; whisk.wasm.stack: ");
  }

  @Test
  void anEngineThatThereIsNot() {
    assertThatThrownBy(() -> from("whisk.wasm.engine = wasmtime"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm.engine: there is no engine \"wasmtime\"; there are auto, graalwasm, endive");
  }

  @Test
  void noPlaceForClasses() {
    assertThatThrownBy(() -> from("whisk.wasm { class-cache = /tmp/a, class-cache-limit = 0 }"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm.class-cache: class cache of 0 bytes must be at least 1; without a directory there is none");
  }

  @Test
  void noTimeToCompile() {
    assertThatThrownBy(() -> from("whisk.wasm.compile-limit = 0"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: compile limit of PT0S must be more than zero");
  }

  @Test
  void aNegativeLimitOfProcessorTime() {
    assertThatThrownBy(() -> from("whisk.wasm.cpu-limit = -1s"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: cpu-limit of PT-1S must not be negative");
  }

  @Test
  void oneRunningActivation() {
    assertThat(from("whisk.wasm.running-activations = 1").engine().concurrency().running())
        .isEqualTo(1);
  }

  @Test
  void noRunningActivation() {
    assertThatThrownBy(() -> from("whisk.wasm.running-activations = 0"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: running activations of 0 must be at least 1");
  }

  @Test
  void theSmallestStack() {
    assertThat(from("whisk.wasm.stack = 256k").engine().stackBytes()).isEqualTo(256 << 10);
  }

  @Test
  void oneByteBelowTheSmallestStack() {
    assertThatThrownBy(() -> from("whisk.wasm.stack = 262143"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: guest stack of 262143 bytes must be from 262144 to 1073741824 bytes");
  }

  @Test
  void aCodeLimitPastWhatAnArrayHolds() {
    assertThatThrownBy(() -> from("whisk.wasm.code-limit = 2g"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The configuration has 1 problem(s): whisk.wasm: ");
  }

  @Test
  void theLargestLogLimit() {
    assertThat(from("whisk.wasm.log-limit = 1g").logBytes()).isEqualTo(1L << 30);
  }

  @Test
  void aLogLimitOneByteTooLarge() {
    assertThatThrownBy(() -> from("whisk.wasm.log-limit = 1073741825"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: log-limit of 1073741825 bytes must be from 0 to 1073741824 bytes");
  }

  @Test
  void aMemoryBudgetAsAPercentageOfTheHeap() {
    assertThat(from("whisk.wasm.memory-budget = \"25%\"").engine().memoryBudgetBytes())
        .isEqualTo(Runtime.getRuntime().maxMemory() / 4);
  }

  @Test
  void aMemoryBudgetOfTheWholeHeap() {
    assertThat(from("whisk.wasm.memory-budget = 100%").engine().memoryBudgetBytes())
        .isEqualTo(Runtime.getRuntime().maxMemory());
  }

  @Test
  void aMemoryBudgetOneByteLargerThanTheHeap() {
    long heap = Runtime.getRuntime().maxMemory();

    assertThatThrownBy(() -> from("whisk.wasm.memory-budget = " + (heap + 1)))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: memory budget of %d bytes must be from 1048576 to the JVM's heap of %d bytes"
                .formatted(heap + 1, heap));
  }

  @Test
  void aMemoryBudgetThatIsNoNumber() {
    assertThatThrownBy(() -> from("whisk.wasm.memory-budget = half%"))
        .hasMessageContaining("\"half%\" is no percentage");
  }

  @Test
  void imagesAsOneText() {
    assertThat(from("whisk.wasm.images = \"a/b:1, c\"").images())
        .isEqualTo(OwnImages.parse(List.of("a/b:1", "c")));
  }

  @Test
  void noImages() {
    assertThatThrownBy(() -> from("whisk.wasm.images = []"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm.images: images must name at least one image");
  }

  @Test
  void anImageThatIsNone() {
    assertThatThrownBy(() -> from("whisk.wasm.images = [a, \"B:1\"]"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm.images: \"B:1\" is no image; [registry/]path[:tag] is expected, the path in lower case");
  }

  @Test
  void imagesThatAreNoList() {
    assertThatThrownBy(() -> from("whisk.wasm.images { a = 1 }"))
        .hasMessageStartingWith("The configuration has 1 problem(s): whisk.wasm.images: ");
  }

  @Test
  void aDelegateWithItsDollarSign() {
    assertThat(from("whisk.wasm.delegate = \"a.Provider$\"").delegate()).hasValue("a.Provider");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "\"\""})
  void noDelegate(String none) {
    assertThat(from("whisk.wasm.delegate = " + none).delegate()).isEmpty();
  }

  @Test
  void aNegativePrewarm() {
    assertThatThrownBy(() -> from("whisk.wasm.prewarm = -1s"))
        .hasMessage(
            "The configuration has 1 problem(s): whisk.wasm: prewarm of PT-1S must not be negative");
  }

  private static WasmSettings from(String config) {
    return WasmSettings.from(ConfigFactory.parseString(config));
  }
}
