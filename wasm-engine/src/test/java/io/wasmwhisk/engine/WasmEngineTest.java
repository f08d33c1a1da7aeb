// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.limits.LogLine;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WasmEngineTest {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(30));

  private static WasmEngine engine;

  @BeforeAll
  static void start() {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** So none of these tests runs on another one unnoticed. */
  @Test
  void guestsAreCompiledByTheEngineThatTheBuildNames() throws Exception {
    assumeThat(SuiteEngine.CHOICE).as(SuiteEngine.PROPERTY).isNotEqualTo(EngineChoice.AUTO);
    String name = SuiteEngine.CHOICE.word();

    assertThat(engine.report().engine()).isEqualTo(name);
    assertThat(engine.report().implementation())
        .isEqualTo(name.equals("graalwasm") ? "GraalVM CE" : "JVM bytecode");
    assertThat(engine.report().compiles()).isTrue();
    assertThat(engine.compile(Guests.built("c/hello")).engine()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c/hello", "rust/hello", "assemblyscript/hello"})
  void helloGreets(String guest) throws Exception {
    Completion completion = run(Guests.built(guest), "{\"name\":\"World\"}", LIMITS);

    assertThat(completion.outcome())
        .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, World!\"}"));
    assertThat(completion.logs())
        .extracting(LogLine::text)
        .containsExactly("hello: this line goes to stderr", "hello: greeting \"World\"");
    assertThat(completion.logsTruncated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[{\"name\":\"x\"}]",
        "{\"name\":3}",
        "{\"a\":[1,{\"name\":[]}],\"n\\u0061me\":\"\\ud83d\\ude00 \\\"☃\\\"\\n\"}",
        "{\"name\":\"x\",}",
        "{\"name\":01}",
        "{\"name\":\"x\"",
      })
  void helloAnswersTheSameInCAndInAssemblyScript(String input) throws Exception {
    Completion inC = run(Guests.built("c/hello"), input, LIMITS);
    Completion inAssemblyScript = run(Guests.built("assemblyscript/hello"), input, LIMITS);

    assertThat(inAssemblyScript.outcome())
        .isInstanceOf(Outcome.Result.class)
        .isEqualTo(inC.outcome());
    assertThat(inAssemblyScript.logs())
        .extracting(LogLine::text)
        .isEqualTo(inC.logs().stream().map(LogLine::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"c/echo-env", "rust/echo-env"})
  void parametersAreTheLastArgumentAndTheEnvironmentIsPassed(String guest) throws Exception {
    Invocation invocation = new Invocation("{\"a\":1}", Map.of("__OW_X", "", "K", "ü"), LIMITS);

    Completion completion =
        engine.compile(Guests.built(guest)).start(invocation).completion().get();

    assertThat(completion.outcome()).isInstanceOf(Outcome.Result.class);
    assertThat(((Outcome.Result) completion.outcome()).json())
        .contains("\"__OW_X\":\"\"", "\"K\":\"ü\"", "\"{\\\"a\\\":1}\"");
  }

  @Test
  void furtherArgumentsStandBetweenTheNameAndTheParameters() throws Exception {
    Invocation invocation =
        new Invocation(
            Invocation.SOLE_OWNER,
            "{}",
            Map.of(),
            ArchivedFiles.NONE,
            LIMITS,
            Capabilities.NONE,
            List.of("-c", "pass ☃"));

    Completion completion =
        engine.compile(Guests.built("c/echo-env")).start(invocation).completion().get();

    assertThat(completion.outcome())
        .isEqualTo(
            new Outcome.Result("{\"env\":{},\"args\":[\"action\",\"-c\",\"pass ☃\",\"{}\"]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c/sleep", "rust/sleep"})
  void aSleepTakesItsTime(String guest) throws Exception {
    long start = System.nanoTime();
    Completion completion = run(Guests.built(guest), "{\"ms\":300}", LIMITS);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    assertThat(completion.outcome()).isInstanceOf(Outcome.Result.class);
    assertThat(((Outcome.Result) completion.outcome()).json()).matches("\\{\"sleptMs\":3\\d\\d\\}");
    assertThat(millis).isGreaterThanOrEqualTo(300);
  }

  @Test
  void aResultIsPassedOnVerbatim() throws Exception {
    String input = "{\"i\":12345678901234567890123,\"d\":1.10,\"e\":1e400,\"w\":\"❄ ☃ ❄\"}";

    assertThat(run(Guests.built("c/mirror"), input, LIMITS).outcome())
        .isEqualTo(new Outcome.Result("{\"params\":" + input + "}"));
  }

  @Test
  void aTrapIsAValueAndKeepsItsLogs() throws Exception {
    Completion completion = run(Guests.built("c/mirror"), "{\"trap\":true}", LIMITS);

    assertThat(completion.outcome()).isEqualTo(new Outcome.Trapped("unreachable"));
    assertThat(completion.outcome().describe()).isEqualTo("The guest trapped: unreachable.");
    assertThat(completion.logs())
        .extracting(LogLine::text)
        .containsExactly("mirror: a line on stdout", "mirror: a line on stderr");
  }

  @Test
  void anExitCodeIsAValue() throws Exception {
    Outcome outcome = run(Guests.built("c/mirror"), "{\"exit\":3}", LIMITS).outcome();

    assertThat(outcome).isEqualTo(new Outcome.Exited(3));
    assertThat(outcome.describe()).isEqualTo("The guest ended with exit code 3.");
  }

  @Test
  void anEndlessLoopEndsAtItsDeadlineAndTheModuleStaysUsable() throws Exception {
    Limits limits = LIMITS.withTime(Duration.ofMillis(200));
    byte[] mirror = Guests.built("c/mirror");

    Outcome outcome = run(mirror, "{\"loop\":true}", limits).outcome();

    assertThat(outcome).isEqualTo(new Outcome.TimedOut(Duration.ofMillis(200)));
    assertThat(outcome.describe())
        .isEqualTo("The guest exceeded its time limit of 200 milliseconds.");
    assertThat(run(mirror, "{}", LIMITS).outcome())
        .isEqualTo(new Outcome.Result("{\"params\":{}}"));
  }

  @Test
  void aSleepEndsAtItsDeadline() throws Exception {
    long start = System.nanoTime();
    Outcome outcome =
        run(Guests.built("c/sleep"), "{\"ms\":60000}", LIMITS.withTime(Duration.ofMillis(100)))
            .outcome();

    assertThat(outcome).isEqualTo(new Outcome.TimedOut(Duration.ofMillis(100)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aStartFunctionThatLoopsEndsAtTheDeadline() throws Exception {
    byte[] module =
        Wat.module("(module (func $l (loop br 0)) (start $l) (func (export \"_start\")))");

    assertThat(run(module, "{}", LIMITS.withTime(Duration.ofMillis(100))).outcome())
        .isEqualTo(new Outcome.TimedOut(Duration.ofMillis(100)));
  }

  @Test
  void aGuestCanBeCancelled() throws Exception {
    Activation activation =
        engine
            .compile(Guests.built("c/sleep"))
            .start(new Invocation("{\"ms\":60000}", Map.of(), Limits.DEFAULTS));
    activation.cancel();

    assertThat(activation.completion().get(30, TimeUnit.SECONDS).outcome())
        .isEqualTo(new Outcome.Cancelled());
  }

  @Test
  void aCancellationAtAnyMomentIsAValue() throws Exception {
    CompiledModule hello = engine.compile(Guests.built("c/hello"));
    for (int i = 0; i < 300; i++) {
      Activation activation = hello.start(new Invocation("{}", Map.of(), LIMITS));
      for (int spin = 0; spin < i * 20; spin++) {
        Thread.onSpinWait();
      }
      activation.cancel();

      assertThat(activation.completion().get(30, TimeUnit.SECONDS).outcome())
          .isIn(new Outcome.Cancelled(), new Outcome.Result("{\"greeting\":\"Hello, stranger!\"}"));
    }
  }

  @Test
  void deepRecursionIsATrap() throws Exception {
    byte[] module =
        Wat.module(
            """
            (module
              (func $f (param i32) (result i32)
                (i32.add (call $f (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
              (func (export "_start") (drop (call $f (i32.const 0)))))
            """);

    assertThat(run(module, "{}", LIMITS).outcome())
        .isEqualTo(new Outcome.Trapped("call stack exhausted"));
  }

  @Test
  void memoryAtItsLimit() throws Exception {
    assertThat(run(Guests.growing(15), "{}", LIMITS.withMemoryBytes(1 << 20)).outcome())
        .isEqualTo(new Outcome.Result("{}"));
  }

  @Test
  void memoryOnePagePastItsLimit() throws Exception {
    Outcome outcome = run(Guests.growing(16), "{}", LIMITS.withMemoryBytes(1 << 20)).outcome();

    assertThat(outcome).isEqualTo(new Outcome.MemoryExhausted(1 << 20));
    assertThat(outcome.describe()).isEqualTo("The guest exhausted its memory limit of 1 MiB.");
  }

  @Test
  void initialMemoryPastTheLimit() throws Exception {
    byte[] module = Wat.module("(module (memory 17) (func (export \"_start\")))");

    assertThat(run(module, "{}", LIMITS.withMemoryBytes(1 << 20)).outcome())
        .isEqualTo(new Outcome.MemoryExhausted(1 << 20));
  }

  @Test
  void aLastLineThatIsNoJson() throws Exception {
    Completion completion = run(Guests.built("c/mirror"), "{\"raw\":\"hello\"}", LIMITS);

    assertThat(completion.outcome())
        .isEqualTo(new Outcome.BadResult("hello", "it is not valid JSON"));
    assertThat(completion.outcome().describe())
        .isEqualTo(
            "The last line of stdout must be a JSON object or array, but it is not valid JSON: \"hello\".");
    assertThat(completion.logs()).extracting(LogLine::text).contains("hello");
  }

  @Test
  void nothingWritten() throws Exception {
    assertThat(run(Wat.module("(module (func (export \"_start\")))"), "{}", LIMITS).outcome())
        .isEqualTo(new Outcome.BadResult("", "nothing was written"));
  }

  @Test
  void aResultAtItsLimit() throws Exception {
    String input = "{\"a\":\"%s\"}".formatted("x".repeat(100));
    int length = ("{\"params\":" + input + "}").length();

    assertThat(run(Guests.built("c/mirror"), input, withResult(length)).outcome())
        .isInstanceOf(Outcome.Result.class);
  }

  @Test
  void aResultOnePastItsLimit() throws Exception {
    String input = "{\"a\":\"%s\"}".formatted("x".repeat(100));
    int length = ("{\"params\":" + input + "}").length();

    Outcome outcome = run(Guests.built("c/mirror"), input, withResult(length - 1)).outcome();

    assertThat(outcome).isEqualTo(new Outcome.ResultTooLarge("{\"params\":", length, length - 1));
    assertThat(outcome.describe())
        .isEqualTo("The result of 119 bytes exceeds the limit of 118 bytes.");
  }

  private static Limits withResult(long bytes) {
    return LIMITS.withResultBytes(bytes, 10);
  }

  @Test
  void nothingIsLeftOfOneActivationInTheNext() throws Exception {
    byte[] counter =
        Wat.module(
            """
            (module
              (import "wasi_snapshot_preview1" "fd_write"
                (func $write (param i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (global $runs (mut i32) (i32.const 0))
              (data (i32.const 0) "\\08\\00\\00\\00\\03\\00\\00\\00[0]")
              (func (export "_start")
                (global.set $runs (i32.add (global.get $runs) (i32.const 1)))
                (i32.store8 (i32.const 9)
                  (i32.add (i32.load8_u (i32.const 9)) (global.get $runs)))
                (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))
            """);

    for (int i = 0; i < 3; i++) {
      assertThat(run(counter, "{}", LIMITS).outcome()).isEqualTo(new Outcome.Result("[1]"));
    }
  }

  @Test
  void activationsRunInParallel() throws Exception {
    CompiledModule mirror = engine.compile(Guests.built("c/mirror"));
    List<Activation> activations =
        IntStream.range(0, 32)
            .mapToObj(i -> new Invocation("{\"sleepMs\":50,\"i\":" + i + "}", Map.of(), LIMITS))
            .map(mirror::start)
            .toList();

    for (int i = 0; i < activations.size(); i++) {
      assertThat(activations.get(i).completion().get().outcome())
          .isEqualTo(new Outcome.Result("{\"params\":{\"sleepMs\":50,\"i\":" + i + "}}"));
    }
  }

  @Test
  void aMissingImportIsNamed() throws Exception {
    byte[] module =
        Wat.module("(module (import \"env\" \"nope\" (func)) (func (export \"_start\")))");

    assertThat(run(module, "{}", LIMITS).outcome().describe())
        .isEqualTo(
            "The module imports the function \"env\" \"nope\", which is not provided; provided are the functions of \"wasi_snapshot_preview1\", \"wasi_unstable\", \"wasi_experimental_http\" and \"http\". Build it as a plain WASI program (wasm32-wasip1).");
  }

  @Test
  void anImportOfAnotherTypeIsNamed() throws Exception {
    byte[] module =
        Wat.module(
            "(module (import \"wasi_snapshot_preview1\" \"fd_write\" (func)) (func (export \"_start\")))");

    assertThat(run(module, "{}", LIMITS).outcome().describe())
        .isEqualTo(
            "The module imports the function \"wasi_snapshot_preview1\" \"fd_write\" as () -> (), but its type is (i32, i32, i32, i32) -> (i32). Build it with a toolchain for WASI preview 1 (wasm32-wasip1).");
  }

  @Test
  void aDataSegmentOutsideTheMemoryIsATrap() throws Exception {
    byte[] module =
        Wat.module("(module (memory 1) (data (i32.const 65536) \"x\") (func (export \"_start\")))");

    assertThat(run(module, "{}", LIMITS).outcome())
        .isEqualTo(new Outcome.Trapped("out of bounds memory access"));
  }

  @Test
  void aModuleWithoutAnEntryPointSaysWhatWasLookedFor() throws Exception {
    CompiledModule module = engine.compile(Wat.module("(module (func (export \"other\")))"));

    assertThat(module.obstacle())
        .contains(
            "The module has no entry point: an action exports the function \"_start\" (build a WASI command), but this module exports the functions other.");
  }

  @Test
  void theSameBytesAreCompiledOnce() throws Exception {
    byte[] module = Guests.built("c/hello");

    assertThat(engine.compile(module)).isSameAs(engine.compile(module.clone()));
  }

  /** A custom section of this name is all that tells it from a program. */
  @Test
  void anObjectFileIsRefused() {
    byte[] object = {0, 'a', 's', 'm', 1, 0, 0, 0, 0, 8, 7, 'l', 'i', 'n', 'k', 'i', 'n', 'g'};

    assertThatThrownBy(() -> engine.compile(object))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageStartingWith("The module is an object file");
  }

  @Test
  void anInvalidModuleIsRefused() {
    byte[] functionWithoutItsResult =
        HexFormat.of()
            .parseHex("0061736d01000000" + "010501" + "6000017f" + "03020100" + "0a040102000b");

    assertThatThrownBy(() -> engine.compile(functionWithoutItsResult))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageStartingWith("The module is not valid WebAssembly: ");
  }

  private static Completion run(byte[] module, String input, Limits limits) throws Exception {
    return engine.compile(module).start(new Invocation(input, Map.of(), limits)).completion().get();
  }
}
