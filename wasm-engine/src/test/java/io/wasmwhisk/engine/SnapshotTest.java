// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(30));

  /** Prints {} and a line end, which lie at 16. */
  private static final String PRINT =
      """
      (import "wasi_snapshot_preview1" "fd_write"
        (func $write (param i32 i32 i32 i32) (result i32)))
      (data (i32.const 0) "\\10\\00\\00\\00\\03\\00\\00\\00")
      (data (i32.const 16) "{}\\n")
      (func $print (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
      """;

  private static WasmEngine engine;

  @BeforeAll
  static void start() {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static SnapshotSource source(SnapshotRequest request) {
    return new SnapshotSource("guest", request, ArchivedFiles.NONE, List.of(), LIMITS);
  }

  private static Outcome run(CompiledModule module) throws Exception {
    return module.start(new Invocation("{}", Map.of(), LIMITS)).completion().get().outcome();
  }

  /** All kinds of numbers, memory that grew, a table, a start function before, each once. */
  private static final String STATE =
      """
      (module
        %s
        (memory (export "memory") 1 4)
        (table 1 1 funcref)
        (elem (i32.const 0) $check)
        (global $fixed i32 (i32.const 7))
        (global $i32 (mut i32) (i32.const 0))
        (global $i64 (mut i64) (i64.const 0))
        (global $f32 (mut f32) (f32.const 0))
        (global $f64 (mut f64) (f64.const 0))
        (func $begin (global.set $i32 (i32.sub (global.get $i32) (i32.const 1))))
        (start $begin)
        (func (export "_initialize")
          (global.set $i32 (i32.sub (global.get $i32) (i32.const 10))))
        (func (export "wizer.initialize")
          (global.set $i32 (i32.sub (global.get $i32) (i32.const 100)))
          (global.set $i64 (i64.const -9223372036854775808))
          (global.set $f32 (f32.reinterpret_i32 (i32.const 0x7fa00001)))
          (global.set $f64 (f64.reinterpret_i64 (i64.const 0xfff0000000000001)))
          (drop (memory.grow (i32.const 2)))
          (i32.store (i32.const 131072) (i32.const 42))
          (i32.store (i32.const 196604) (i32.const 43)))
        (func $check
          (if (i32.ne (global.get $i32) (i32.const -111)) (then (unreachable)))
          (if (i64.ne (global.get $i64) (i64.const -9223372036854775808)) (then (unreachable)))
          (if (i32.ne (i32.reinterpret_f32 (global.get $f32)) (i32.const 0x7fa00001))
            (then (unreachable)))
          (if (i64.ne (i64.reinterpret_f64 (global.get $f64)) (i64.const 0xfff0000000000001))
            (then (unreachable)))
          (if (i32.ne (memory.size) (i32.const 3)) (then (unreachable)))
          (if (i32.ne (i32.load (i32.const 131072)) (i32.const 42)) (then (unreachable)))
          (if (i32.ne (i32.load (i32.const 196604)) (i32.const 43)) (then (unreachable)))
          (if (i32.ne (i32.load (i32.const 70000)) (i32.const 0)) (then (unreachable)))
          (if (i32.ne (memory.grow (i32.const 2)) (i32.const -1)) (then (unreachable)))
          (global.set $i32 (i32.const 0))
          (i32.store (i32.const 131072) (i32.const 0)))
        (func (export "_start") (call_indirect (i32.const 0)) (call $print)))
      """
          .formatted(PRINT);

  @Test
  void everyActivationBeginsWhereTheInitialisationEnded() throws Exception {
    LoadedModule loaded = engine.load(Wat.module(STATE), source(SnapshotRequest.DEFAULT));

    for (int i = 0; i < 3; i++) {
      assertThat(run(loaded.module())).isEqualTo(new Outcome.Result("{}"));
    }
  }

  @Test
  void aSnapshotIsAModuleWithoutItsInitialisation() throws Exception {
    byte[] snapshot = engine.snapshot(Wat.module(STATE), source(SnapshotRequest.DEFAULT));

    assertThat(engine.describe(snapshot).exports())
        .extracting(export -> export.name())
        .containsExactly("memory", "_start");
    assertThat(engine.describe(snapshot).start()).isEmpty();
    assertThat(engine.describe(snapshot).memories().get(0).minimum()).isEqualTo(3);
    assertThat(run(engine.compile(snapshot))).isEqualTo(new Outcome.Result("{}"));
    assertThat(engine.snapshot(Wat.module(STATE), source(SnapshotRequest.DEFAULT)))
        .isEqualTo(snapshot);
  }

  @Test
  void zerosAreNotWrittenDown() throws Exception {
    byte[] snapshot = engine.snapshot(Wat.module(STATE), source(SnapshotRequest.DEFAULT));

    assertThat(engine.describe(snapshot).segments()).isEqualTo(3 + 1);
    assertThat(engine.describe(snapshot).dataBytes()).isBetween(3 * 64, 3 * 64 + 64);
  }

  @Test
  void anotherFunctionBecomesTheStart() throws Exception {
    byte[] module =
        Wat.module(
            """
            (module
              %s
              (memory 1)
              (func (export "prepare"))
              (func (export "_start") (unreachable))
              (func (export "resume") (call $print)))
            """
                .formatted(PRINT));

    byte[] snapshot =
        engine.snapshot(
            module,
            source(new SnapshotRequest("prepare", Optional.empty(), Optional.of("resume"))));

    assertThat(engine.describe(snapshot).exports())
        .extracting(export -> export.name())
        .containsExactly("_start");
    assertThat(run(engine.compile(snapshot))).isEqualTo(new Outcome.Result("{}"));
  }

  /** The initialisation takes a random number and the time, both are taken again. */
  private static final String RENEWING =
      """
      (module
        (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "clock_time_get"
          (func $clock (param i32 i64 i32) (result i32)))
        (import "wasi_snapshot_preview1" "environ_sizes_get"
          (func $environment (param i32 i32) (result i32)))
        %s
        (memory 1)
        (func (export "wizer.initialize")
          (drop (call $random (i32.const 64) (i32.const 8)))
          (drop (call $clock (i32.const 0) (i64.const 1) (i32.const 72)))
          (drop (call $environment (i32.const 80) (i32.const 84)))
          (if (i32.load (i32.const 80)) (then (unreachable))))
        (func (export "renew")
          (i64.store (i32.const 64) (i64.const 0))
          (i64.store (i32.const 72) (i64.const 0))
          (drop (call $environment (i32.const 80) (i32.const 84))))
        (func (export "_start")
          (if (i64.ne (i64.load (i32.const 64)) (i64.const 0)) (then (unreachable)))
          (if (i64.ne (i64.load (i32.const 72)) (i64.const 0)) (then (unreachable)))
          (if (i32.ne (i32.load (i32.const 80)) (i32.const 1)) (then (unreachable)))
          (call $print)))
      """
          .formatted(PRINT);

  @Test
  void whatMayBeRenewedIsRenewedBeforeAnythingElse() throws Exception {
    SnapshotRequest request =
        new SnapshotRequest("wizer.initialize", Optional.of("renew"), Optional.empty());

    byte[] snapshot = engine.snapshot(Wat.module(RENEWING), source(request));

    assertThat(engine.describe(snapshot).start().getAsInt())
        .isEqualTo(engine.describe(snapshot).export("renew", ExternalKind.FUNCTION).get().index());
    Invocation invocation = new Invocation("{}", Map.of("NAME", "value"), LIMITS);
    assertThat(engine.compile(snapshot).start(invocation).completion().get().outcome())
        .isEqualTo(new Outcome.Result("{}"));
  }

  @Test
  void aSnapshotIsTakenOnceForTheSameCodeOfTheSameNamespace() throws Exception {
    byte[] module = Wat.module(STATE.replace("42", "44"));
    ArchivedFiles files = new ArchivedFiles(Map.of("a", new byte[] {1}));
    ArchivedFiles others = new ArchivedFiles(Map.of("a", new byte[] {2}));
    SnapshotSource first =
        new SnapshotSource("one", SnapshotRequest.DEFAULT, files, List.of(), LIMITS);

    assertThat(engine.load(module, first).compilation()).isPresent();
    assertThat(
            engine
                .load(
                    module,
                    new SnapshotSource(
                        "one",
                        SnapshotRequest.DEFAULT,
                        new ArchivedFiles(Map.of("a", new byte[] {1})),
                        List.of(),
                        LIMITS.withMemoryBytes(1 << 20)))
                .compilation())
        .isEmpty();
    assertThat(engine.load(module, with(first, "two", files)).compilation()).isPresent();
    assertThat(engine.load(module, with(first, "one", others)).compilation()).isPresent();
    assertThat(engine.load(module).compilation()).isPresent();
  }

  private static SnapshotSource with(SnapshotSource source, String owner, ArchivedFiles files) {
    return new SnapshotSource(owner, source.request(), files, List.of(), source.limits());
  }

  /** Reads the file of one byte that lies below /, and keeps it. */
  private static final String READING =
      """
      (module
        (import "wasi_snapshot_preview1" "path_open"
          (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_read"
          (func $read (param i32 i32 i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_close" (func $close (param i32) (result i32)))
        %s
        (memory 1)
        (data (i32.const 32) "a")
        (data (i32.const 40) "\\40\\00\\00\\00\\01\\00\\00\\00")
        (func (export "wizer.initialize") (local $fd i32)
          (drop (call $open (i32.const 3) (i32.const 0) (i32.const 32) (i32.const 1) (i32.const 0)
            (i64.const 2) (i64.const 2) (i32.const 0) (i32.const 48)))
          (local.set $fd (i32.load (i32.const 48)))
          (drop (call $read (local.get $fd) (i32.const 40) (i32.const 1) (i32.const 52)))
          %s)
        (func (export "_start")
          (if (i32.ne (i32.load8_u (i32.const 64)) (i32.const 120)) (then (unreachable)))
          (call $print)))
      """;

  @Test
  void theActionsOwnFilesMayBeRead() throws Exception {
    byte[] module = Wat.module(READING.formatted(PRINT, "(drop (call $close (local.get $fd)))"));

    assertThat(run(engine.load(module, reading()).module())).isEqualTo(new Outcome.Result("{}"));
  }

  private static SnapshotSource reading() {
    return new SnapshotSource(
        "guest",
        SnapshotRequest.DEFAULT,
        new ArchivedFiles(Map.of("a", "x".getBytes(StandardCharsets.UTF_8))),
        List.of("/data"),
        LIMITS);
  }

  @Test
  void descriptorsMustBeClosed() {
    byte[] module = Wat.module(READING.formatted(PRINT, ""));

    assertThatThrownBy(() -> engine.load(module, reading()))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(
            "No snapshot can be taken of the module: its initialisation leaves the descriptors"
                + " [0, 1, 2, 3, 4, 5, 6] open where it found [0, 1, 2, 3, 4, 5].");
  }

  @Test
  void aRealProgramBeginsWithWhatItComputed() throws Exception {
    byte[] module = Guests.built("c/primes");
    LoadedModule loaded = engine.load(module, source(SnapshotRequest.DEFAULT));
    Invocation invocation = new Invocation("{\"below\":1000}", Map.of(), LIMITS);

    assertThat(loaded.module().start(invocation).completion().get().outcome())
        .isEqualTo(new Outcome.Result("{\"primes\":168,\"sieved\":\"in the snapshot\"}"));
    assertThat(engine.compile(module).start(invocation).completion().get().outcome())
        .isEqualTo(new Outcome.Result("{\"primes\":168,\"sieved\":\"now\"}"));
  }
}
