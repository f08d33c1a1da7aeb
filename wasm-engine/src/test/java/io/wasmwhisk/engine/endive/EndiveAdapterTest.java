// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.ValueType;
import io.wasmwhisk.engine.store.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndiveAdapterTest {
  private final EndiveAdapter adapter = new EndiveAdapter(null);
  private final List<Long> told = new ArrayList<>();

  /** Tells us one number. */
  private final Imports imports =
      (module, name) ->
          name.equals("tell")
              ? new HostFunction(
                  module,
                  name,
                  List.of(ValueType.I32),
                  List.of(),
                  (memory, arguments) -> {
                    told.add((long) (int) arguments[0]);
                    return 0;
                  })
              : null;

  private GuestInstance instance(String text) throws Exception {
    return adapter.compile("guest", Wat.module(text)).instantiate(imports, "memory");
  }

  private GuestFailure failure(String text) throws Exception {
    try (GuestInstance instance = instance(text)) {
      instance.call("run");
      throw new AssertionError("it returned");
    } catch (GuestFailure failure) {
      return failure;
    }
  }

  /** Endive raises the minimum of the module's own limits, so that later instances begin there. */
  @Test
  void aTableThatGrewIsAsTheModuleHasItInTheNextInstance() throws Exception {
    var code =
        adapter.compile(
            "guest",
            Wat.module(
                """
                (module
                  (import "host" "tell" (func $tell (param i32)))
                  (table 2 10 funcref)
                  (func (export "run")
                    (call $tell (table.size))
                    (drop (table.grow (ref.null func) (i32.const 3)))))
                """));
    for (int i = 0; i < 3; i++) {
      try (GuestInstance instance = code.instantiate(imports, "memory")) {
        instance.call("run");
      }
    }

    assertThat(told).containsExactly(2L, 2L, 2L);
  }

  @Test
  void aDroppedSegmentIsThereInTheNextInstance() throws Exception {
    var code =
        adapter.compile(
            "guest",
            Wat.module(
                """
                (module
                  (import "host" "tell" (func $tell (param i32)))
                  (memory (export "memory") 1)
                  (data $hello "hello")
                  (func (export "run")
                    (memory.init $hello (i32.const 0) (i32.const 0) (i32.const 5))
                    (data.drop $hello)
                    (call $tell (i32.load8_u (i32.const 1)))))
                """));
    for (int i = 0; i < 2; i++) {
      try (GuestInstance instance = code.instantiate(imports, "memory")) {
        instance.call("run");
      }
    }

    assertThat(told).containsExactly((long) 'e', (long) 'e');
  }

  /** As if by data.drop, once it is in the memory (core specification, 4.5.4). */
  @Test
  void anActiveSegmentIsDropped() throws Exception {
    assertThat(
            failure(
                """
                (module
                  (memory 1)
                  (data $hello (i32.const 8) "hello")
                  (func (export "run")
                    (memory.init $hello (i32.const 0) (i32.const 2) (i32.const 1))))
                """))
        .isInstanceOf(GuestFailure.Trap.class)
        .hasMessage("out of bounds memory access");
  }

  /** Sizes that only a sum of more than 2³¹ elements makes. */
  @Test
  void aTableThatWouldPassEverySizeDoesNotGrow() throws Exception {
    try (GuestInstance instance =
        instance(
            """
            (module
              (import "host" "tell" (func $tell (param i32)))
              (table 5 funcref)
              (func (export "run")
                (call $tell (table.grow (ref.null func) (i32.const 0x7fffffff)))))
            """)) {
      instance.call("run");
    }

    assertThat(told).containsExactly(-1L);
  }

  /** The sum of address and offset does not wrap around (core specification, 4.4.7). */
  @ParameterizedTest
  @CsvSource({"0, 4294967295", "1, 4294967295", "5, 4294967293", "-1, 1", "65535, 2147483648"})
  void anOffsetThatLeavesTheMemoryTraps(int address, long offset) throws Exception {
    assertThat(
            failure(
                "(module (memory 1) (func (export \"run\") (drop (i32.load8_u offset=%d (i32.const %d)))))"
                    .formatted(offset, address)))
        .isInstanceOf(GuestFailure.Trap.class)
        .hasMessage("out of bounds memory access");
  }

  @ParameterizedTest
  @CsvSource({
    "unreachable, unreachable",
    "(drop (i32.div_s (i32.const 1) (i32.const 0))), integer divide by zero",
    "(drop (i32.div_s (i32.const 0x80000000) (i32.const -1))), integer overflow",
    "(drop (i32.trunc_f32_s (f32.const nan))), invalid conversion to integer",
    "(drop (i32.load (i32.const 65533))), out of bounds memory access",
    "(call_indirect (i32.const 5)), undefined element",
    "(call_indirect (i32.const 0)), uninitialized element",
    "(call_indirect (param i32) (i32.const 7) (i32.const 1)), indirect call type mismatch",
    "(drop (table.get (i32.const 9))), out of bounds table access"
  })
  void trapsHaveTheSpecificationsWords(String body, String words) throws Exception {
    assertThat(
            failure(
                "(module (memory 1) (table 2 funcref) (elem (i32.const 1) $run) (func $run (export \"run\") %s))"
                    .formatted(body)))
        .isInstanceOf(GuestFailure.Trap.class)
        .hasMessage(words);
  }

  @Test
  void aMissingImportIsNamed() {
    assertThatThrownBy(() -> instance("(module (import \"a\" \"b\" (func)))"))
        .isInstanceOf(GuestFailure.Link.class)
        .hasMessage("The module cannot be instantiated: nothing of this host is a.b");
  }

  @Test
  void anImportOfAnotherTypeIsNamed() {
    assertThatThrownBy(() -> instance("(module (import \"host\" \"tell\" (func (param i64))))"))
        .isInstanceOf(GuestFailure.Link.class)
        .hasMessage("The module cannot be instantiated: host.tell has another type in this host");
  }

  @Test
  void bytesThatAreNoModule() {
    assertThatThrownBy(() -> adapter.compile("guest", new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 1}))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageStartingWith("The module is not valid WebAssembly: ");
  }

  /** The second engine finds both, each for its own module. */
  @Test
  void classesOutliveTheEngine(@TempDir Path directory) throws Exception {
    String text =
        "(module (import \"host\" \"tell\" (func $tell (param i32))) (func (export \"run\") (call $tell (i32.const %d))))";
    for (int engine = 0; engine < 2; engine++) {
      EndiveAdapter keeping = new EndiveAdapter(FileStore.open(directory.resolve("kept"), 1 << 20));
      for (int number = 1; number <= 2; number++) {
        try (GuestInstance instance =
            keeping
                .compile("guest", Wat.module(text.formatted(number)))
                .instantiate(imports, "memory")) {
          instance.call("run");
        }
      }
      try (var files = Files.list(directory.resolve("kept"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".kept"))).hasSize(2);
      }
    }

    assertThat(told).containsExactly(1L, 2L, 1L, 2L);
  }

  /** Its 20,000 additions are more than the 64 KB that a method of the JVM can have. */
  @Test
  void aFunctionTooLargeForTheJvmRunsAllTheSame() throws Exception {
    String additions = "(local.set 0 (i32.add (local.get 0) (i32.const 3)))".repeat(20_000);
    try (GuestInstance instance =
        instance(
            "(module (import \"host\" \"tell\" (func $tell (param i32))) (func (export \"run\") (local i32) %s (call $tell (local.get 0))))"
                .formatted(additions))) {
      instance.call("run");
    }

    assertThat(told).containsExactly(60_000L);
  }
}
