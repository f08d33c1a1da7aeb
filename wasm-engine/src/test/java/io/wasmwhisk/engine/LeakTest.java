// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing of an activation reaches another one, however the first ended. The guest {@code
 * attacks/leak} leaves a secret in memory, files, links, directories, descriptors and its
 * environment; another activation of the same module looks for it everywhere.
 */
class LeakTest {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(60));
  private static final String FIRST = "s3cr3t-of-";
  private static final String SECOND = "one-activation";
  private static final String SEEK =
      "{\"first\":\"%s\",\"second\":\"%s\"}".formatted(FIRST, SECOND);
  private static final Pattern RANDOM = Pattern.compile("\"random\":\"([0-9a-f]{32})\"");
  private static final Pattern CPU = Pattern.compile("\"cpuMs\":([0-9]+)");

  private static WasmEngine engine;
  private static CompiledModule leak;

  @BeforeAll
  static void start() throws Exception {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
    leak = engine.compile(Guests.built("attacks/leak"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "trap", "exit", "loop"})
  void nothingIsLeftHoweverAnActivationEnds(String end) throws Exception {
    Outcome left = ended(leaving(end)).outcome();

    assertThat(left).isInstanceOf(outcomeOf(end));
    assertNothingIsFound(seek());
  }

  private static Class<? extends Outcome> outcomeOf(String end) {
    return switch (end) {
      case "answer" -> Outcome.Result.class;
      case "trap" -> Outcome.Trapped.class;
      case "exit" -> Outcome.Exited.class;
      default -> Outcome.TimedOut.class;
    };
  }

  @Test
  void nothingIsLeftByACancelledActivation() throws Exception {
    Activation left = leaving("loop");
    left.cancel();

    assertThat(ended(left).outcome()).isEqualTo(new Outcome.Cancelled());
    assertNothingIsFound(seek());
  }

  @Test
  void nothingIsSeenOfActivationsThatRunAtTheSameTime() throws Exception {
    List<Activation> leaving = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      leaving.add(leaving("loop"));
    }
    for (int i = 0; i < 3; i++) {
      assertNothingIsFound(seek());
    }
    for (Activation each : leaving) {
      each.cancel();
      ended(each);
    }
  }

  private static Activation leaving(String end) {
    String input = "{\"leave\":\"%s\",\"end\":\"%s\"}".formatted(FIRST + SECOND, end);
    Limits limits = end.equals("loop") ? LIMITS.withTime(Duration.ofSeconds(3)) : LIMITS;
    return leak.start(new Invocation(input, Map.of("GIVEN", FIRST + SECOND), limits));
  }

  private static String seek() throws Exception {
    return result(leak, new Invocation(SEEK, Map.of("OWN", "1"), LIMITS));
  }

  private static void assertNothingIsFound(String found) {
    assertThat(found)
        .contains("\"memory\":0,\"tmp\":0,\"descriptors\":5,\"runs\":0,")
        .contains("\"cwd\":\"/\"")
        .contains("\"env\":[\"OWN=1\"]")
        .doesNotContain(FIRST + SECOND);
  }

  @Test
  void noTwoActivationsGetTheSameRandomBytes() throws Exception {
    Set<String> seen = new HashSet<>();
    List<Activation> together = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      together.add(leak.start(new Invocation(SEEK, Map.of(), LIMITS)));
    }
    for (Activation each : together) {
      Matcher random = RANDOM.matcher(json(ended(each)));
      assertThat(random.find()).isTrue();
      assertThat(seen.add(random.group(1))).isTrue();
    }
  }

  @Test
  void processorTimeIsThatOfTheActivation() throws Exception {
    ended(leaving("loop"));

    Matcher cpu = CPU.matcher(seek());
    assertThat(cpu.find()).isTrue();
    assertThat(Long.parseLong(cpu.group(1))).isLessThan(1_000);
  }

  @Test
  void equalModulesShareTheirCodeButNotTheirFiles() throws Exception {
    byte[] files = Guests.built("c/files");
    CompiledModule one = engine.compile(files);
    CompiledModule other = engine.compile(files.clone());
    ArchivedFiles ones = archive("of one");
    ArchivedFiles others = archive("of another");
    String read = "{\"read\":\"/data\"}";

    assertThat(one).isSameAs(other);
    assertThat(result(one, new Invocation("one", read, Map.of(), ones, LIMITS)))
        .isEqualTo("{\"content\":\"of one\"}");
    assertThat(result(other, new Invocation("other", read, Map.of(), others, LIMITS)))
        .isEqualTo("{\"content\":\"of another\"}");
    assertThat(result(one, new Invocation("third", read, Map.of(), ArchivedFiles.NONE, LIMITS)))
        .isEqualTo("{\"error\":\"Could not read /data: No such file or directory\"}");
  }

  private static ArchivedFiles archive(String content) {
    return new ArchivedFiles(Map.of("data", content.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Answers {@code [0]} while its globals, tables, memories and segments are as the module has
   * them, {@code [1]} when one of them was changed; then it changes them all.
   */
  private static final String STATE =
      """
      (module
        (import "wasi_snapshot_preview1" "fd_write"
          (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (memory $second 1)
        (global $global (mut i64) (i64.const 7))
        (table $table 4 8 funcref)
        (elem (i32.const 1) $nothing)
        (elem $passive func $nothing)
        (data (i32.const 0) "\\08\\00\\00\\00\\03\\00\\00\\00[0]")
        (data $bytes "abc")
        (func $nothing)
        (func $changed (result i32)
          (i32.or
            (i32.or
              (i64.ne (global.get $global) (i64.const 7))
              (i32.ne (table.size $table) (i32.const 4)))
            (i32.or
              (i32.or
                (ref.is_null (table.get $table (i32.const 1)))
                (i32.eqz (ref.is_null (table.get $table (i32.const 2)))))
              (i32.or
                (i32.load8_u $second (i32.const 100))
                (i32.ne (memory.size $second) (i32.const 1))))))
        (func (export "_start")
          (i32.store8 (i32.const 9) (i32.add (i32.const 0x30) (call $changed)))
          ;; traps when an earlier activation has dropped them
          (memory.init $bytes (i32.const 200) (i32.const 0) (i32.const 3))
          (table.init $table $passive (i32.const 0) (i32.const 0) (i32.const 1))
          (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))
          (data.drop $bytes)
          (elem.drop $passive)
          (global.set $global (i64.const 8))
          (table.set $table (i32.const 1) (ref.null func))
          (table.set $table (i32.const 2) (ref.func $nothing))
          (drop (table.grow $table (ref.null func) (i32.const 2)))
          (i32.store8 $second (i32.const 100) (i32.const 1))
          (drop (memory.grow $second (i32.const 1)))
          %s))
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "unreachable"})
  void globalsTablesMemoriesAndSegmentsAreAsTheModuleHasThem(String end) throws Exception {
    CompiledModule state = engine.compile(Wat.module(STATE.formatted(end)));
    CompiledModule answering = engine.compile(Wat.module(STATE.formatted("")));

    for (int i = 0; i < 3; i++) {
      ended(state.start(new Invocation("{}", Map.of(), LIMITS)));
      assertThat(result(answering, new Invocation("{}", Map.of(), LIMITS))).isEqualTo("[0]");
    }
  }

  @Test
  void aMessageHasNothingOfAnotherActivation() throws Exception {
    ended(leaving("trap"));

    Completion other =
        ended(leak.start(new Invocation("{\"leave\":\"x\",\"end\":\"trap\"}", Map.of(), LIMITS)));
    assertThat(other.outcome().describe()).isEqualTo("The guest trapped: unreachable.");
    assertThat(other.logs()).isEmpty();
  }

  private static Completion ended(Activation activation) throws Exception {
    return activation.completion().get(2, TimeUnit.MINUTES);
  }

  private static String result(CompiledModule module, Invocation invocation) throws Exception {
    return json(ended(module.start(invocation)));
  }

  private static String json(Completion completion) {
    assertThat(completion.outcome()).isInstanceOf(Outcome.Result.class);
    return ((Outcome.Result) completion.outcome()).json();
  }
}
