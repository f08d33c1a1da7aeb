// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules of which there can be no snapshot, each with its whole message. */
class SnapshotRefusedTest {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(30));
  private static final String RENEW =
      "; let it be renewed by a function that \"renew\" names, or asked for in the activation";

  private static WasmEngine engine;

  @BeforeAll
  static void start() {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static byte[] snapshot(String wat, SnapshotRequest request, Limits limits)
      throws InvalidModuleException {
    return engine.snapshot(
        Wat.module(wat),
        new SnapshotSource("guest", request, ArchivedFiles.NONE, List.of("/data"), limits));
  }

  private static void assertRefused(String wat, String reason) {
    assertRefused(wat, SnapshotRequest.DEFAULT, reason);
  }

  private static void assertRefused(String wat, SnapshotRequest request, String reason) {
    assertThatThrownBy(() -> snapshot(wat, request, LIMITS))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage("No snapshot can be taken of the module: " + reason + ".");
  }

  private static String initialisation(String body) {
    return "(module (memory 1) (func (export \"wizer.initialize\") %s))".formatted(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "args_get         | reads its arguments (args_get), which are each activation's own",
        "args_sizes_get   | reads its arguments (args_sizes_get), which are each activation's own",
        "environ_get      | reads the environment (environ_get), which is each activation's own%s",
        "environ_sizes_get| reads the environment (environ_sizes_get), which is each activation's own%s",
        "clock_res_get    | reads a clock (clock_res_get), which would stand still%s",
        "random_get       | takes random numbers (random_get), which all activations would share%s",
        "fd_renumber      | gives descriptors other numbers (fd_renumber)",
      })
  void whatIsAnActivationsOwn(String function, String deed) {
    assertRefused(two(function, 0, 8), "its initialisation " + deed.formatted(RENEW));
  }

  private static String two(String function, int first, int second) {
    return """
    (module
      (import "wasi_snapshot_preview1" "%s" (func $call (param i32 i32) (result i32)))
      (memory 1)
      (func (export "wizer.initialize")
        (drop (call $call (i32.const %d) (i32.const %d)))))
    """
        .formatted(function, first, second);
  }

  @Test
  void theTime() {
    assertRefused(
        """
        (module
          (import "wasi_snapshot_preview1" "clock_time_get"
            (func $call (param i32 i64 i32) (result i32)))
          (memory 1)
          (func $begin (drop (call $call (i32.const 0) (i64.const 1) (i32.const 8))))
          (start $begin)
          (func (export "wizer.initialize")))
        """,
        "its initialisation reads a clock (clock_time_get), which would stand still" + RENEW);
  }

  private static String four(String function, int first) {
    return """
    (module
      (import "wasi_snapshot_preview1" "%s"
        (func $call (param i32 i32 i32 i32) (result i32)))
      (memory 1)
      (data (i32.const 32) "\\40\\00\\00\\00\\03\\00\\00\\00")
      (data (i32.const 64) "no\\n")
      (func (export "_initialize")
        (drop (call $call (i32.const %d) (i32.const 32) (i32.const 1) (i32.const 48))))
      (func (export "wizer.initialize")))
    """
        .formatted(function, first);
  }

  @Test
  void waiting() {
    assertRefused(four("poll_oneoff", 0), "its initialisation waits (poll_oneoff)");
  }

  @Test
  void input() {
    assertRefused(
        four("fd_read", 0),
        "its initialisation reads its input (fd_read), which is each activation's own");
  }

  @ParameterizedTest
  @CsvSource({"1,stdout", "2,stderr"})
  void output(int descriptor, String stream) {
    assertRefused(
        four("fd_write", descriptor),
        "its initialisation writes to %s, which only the first activation's log would show: \"no\""
            .formatted(stream));
  }

  @ParameterizedTest
  @CsvSource({"4,/tmp", "5,/data"})
  void directoriesThatAreNotTheActionsOwn(int descriptor, String directory) {
    assertRefused(
        """
        (module
          (import "wasi_snapshot_preview1" "path_create_directory"
            (func $call (param i32 i32 i32) (result i32)))
          (memory 1)
          (data (i32.const 0) "a")
          (func (export "wizer.initialize")
            (drop (call $call (i32.const %d) (i32.const 0) (i32.const 1)))))
        """
            .formatted(descriptor),
        "its initialisation uses the directory %s (path_create_directory), which is not the action's own"
            .formatted(directory));
  }

  @Test
  void requests() {
    assertRefused(
        """
        (module
          (import "http" "get" (func $get (result i32)))
          (func (export "wizer.initialize") (drop (call $get))))
        """,
        "its initialisation calls \"http\" \"get\", which reaches outside");
  }

  @Test
  void aTrap() {
    assertRefused(
        initialisation("unreachable"),
        "its initialisation did not end well: The guest trapped: unreachable");
  }

  @Test
  void anExit() {
    assertRefused(
        """
        (module
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (func (export "wizer.initialize") (call $exit (i32.const 3))))
        """,
        "its initialisation did not end well: The guest ended with exit code 3");
  }

  @Test
  void noEnd() {
    assertThatThrownBy(
            () ->
                snapshot(
                    initialisation("(loop (br 0))"),
                    SnapshotRequest.DEFAULT,
                    LIMITS.withTime(Duration.ofMillis(300))))
        .hasMessage(
            "No snapshot can be taken of the module: its initialisation did not end well: The guest"
                + " exceeded its time limit of 300 milliseconds.");
  }

  @Test
  void moreMemoryThanTheActionMayHave() {
    assertThatThrownBy(
            () ->
                snapshot(
                    initialisation(
                        "(if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then (unreachable)))"),
                    SnapshotRequest.DEFAULT,
                    LIMITS.withMemoryBytes(Limits.PAGE_BYTES)))
        .hasMessage(
            "No snapshot can be taken of the module: its initialisation did not end well: The guest"
                + " exhausted its memory limit of 64 KiB.");
  }

  @Test
  void aFunctionThatIsNotThere() {
    assertRefused(
        "(module (memory 1) (func (export \"_start\")))",
        "it does not export the function \"wizer.initialize\", which \"initialize\" names");
    assertRefused(
        initialisation(""),
        new SnapshotRequest("wizer.initialize", Optional.of("again"), Optional.empty()),
        "it does not export the function \"again\", which \"renew\" names");
    assertRefused(
        initialisation(""),
        new SnapshotRequest("wizer.initialize", Optional.empty(), Optional.of("run")),
        "it does not export the function \"run\", which \"start\" names");
  }

  @Test
  void aFunctionOfAnotherType() {
    assertRefused(
        "(module (func (export \"wizer.initialize\") (param i32) (result i64) (i64.const 0)))",
        "its function \"wizer.initialize\", which \"initialize\" names, has the type (i32) -> (i64), not () -> ()");
  }

  @Test
  void moreMemoriesThanOne() {
    assertRefused(
        "(module (memory 1) (memory 1) (func (export \"wizer.initialize\")))",
        "it has 2 memories, a snapshot holds one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table.set:(table.set (i32.const 0) (ref.null func))",
        "table.grow:(drop (table.grow (ref.null func) (i32.const 1)))",
        "table.fill:(table.fill (i32.const 0) (ref.null func) (i32.const 1))",
        "table.copy:(table.copy (i32.const 0) (i32.const 0) (i32.const 1))",
        "table.init:(table.init 0 (i32.const 0) (i32.const 0) (i32.const 0))",
        "elem.drop:(elem.drop 0)",
        "memory.init:(memory.init 0 (i32.const 0) (i32.const 0) (i32.const 0))",
        "data.drop:(data.drop 0)"
      })
  void tablesAndSegmentsThatChange(String instruction) {
    String[] parts = instruction.split(":", 2);

    assertRefused(
        """
        (module (memory 1) (table 1 funcref) (elem func) (data "a")
          (func (export "wizer.initialize")) (func %s))
        """
            .formatted(parts[1]),
        "it has instructions that change tables or use passive segments (%s), of which a snapshot holds nothing"
            .formatted(parts[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v128:(v128.const i64x2 0 0)", "externref:(ref.null extern)"})
  void globalsThatAreNoNumbers(String global) {
    String[] parts = global.split(":", 2);

    assertRefused(
        "(module (global i32 (i32.const 0)) (global (mut %s) %s) (func (export \"wizer.initialize\")))"
            .formatted(parts[0], parts[1]),
        "its global 1, which it may change, is a %s, a snapshot holds i32, i64, f32 and f64"
            .formatted(parts[0]));
  }

  /** The module and its state go through the same door as a module that is uploaded. */
  @Test
  void aStateThatIsTooLarge() throws Exception {
    EngineSettings settings = SuiteEngine.SETTINGS.withModuleBytes(1 << 20);
    try (WasmEngine small = WasmEngine.create(settings)) {
      assertThat(small.snapshot(Wat.module(filling(1 << 20)), source()).length)
          .isGreaterThan(1 << 20);
      assertThatThrownBy(() -> small.snapshot(Wat.module(filling((1 << 20) + 1)), source()))
          .hasMessage(
              "No snapshot can be taken of the module: its memory holds 1048640 bytes other than"
                  + " zeros, more than the limit of 1048576 bytes (whisk.wasm.code-limit, a 24th of"
                  + " the heap).");
    }
  }

  private static SnapshotSource source() {
    return new SnapshotSource(
        "guest", SnapshotRequest.DEFAULT, ArchivedFiles.NONE, List.of(), LIMITS);
  }

  private static String filling(int bytes) {
    return "(module (memory 20) (func (export \"wizer.initialize\") (memory.fill (i32.const 0) (i32.const 1) (i32.const %d))))"
        .formatted(bytes);
  }
}
