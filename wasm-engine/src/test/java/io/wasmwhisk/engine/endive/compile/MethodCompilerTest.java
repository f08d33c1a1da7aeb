// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.UnfitModuleException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.endive.wasm.Parser;

class MethodCompilerTest {
  private static final int TOO_MANY = 20_000;

  /**
   * Locals begin as 0, which takes code. Each function a little smaller than the one before, and
   * all but the last two too large.
   */
  private static String module(int functions) {
    return IntStream.range(0, functions)
        .map(i -> i < functions - 2 ? TOO_MANY + functions - i : 10 + i)
        .mapToObj(locals -> "(func (local %s))".formatted("i64 ".repeat(locals)))
        .collect(Collectors.joining("\n", "(module ", ")"));
  }

  @Test
  void manyLargeFunctionsTakeFewAttempts() throws Exception {
    MethodCompiler compiler = new MethodCompiler(Parser.parse(Wat.module(module(6))), false);

    assertThat(compiler.compile().files().interpreted())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4).boxed().toList());
    assertThat(compiler.attempts()).isBetween(2, 5);
  }

  @Test
  void noFunctionIsGivenUpWhereTheWholeIsWanted() {
    MethodCompiler compiler = new MethodCompiler(Parser.parse(Wat.module(module(6))), true);

    assertThatThrownBy(compiler::compile)
        .isInstanceOf(UnfitModuleException.class)
        .hasMessage(
            "1 functions of the module would be interpreted by Endive, the first one with the index 0.");
    assertThat(compiler.attempts()).isEqualTo(1);
  }

  /** As calls, its loads fit into one method of the JVM; written out, they are three times that. */
  @Test
  void aFunctionThatFitsOnlyWithCallsKeepsThem() throws Exception {
    run(
        """
        (module (memory (export "memory") 1)
          (func (export "run") (local i32)
            (i32.store (i32.const 8) (i32.const 7))
            %s
            (if (i32.ne (local.get 0) (i32.const 28000)) (then unreachable))))
        """
            .formatted(
                "(local.set 0 (i32.add (local.get 0) (i32.load offset=4 (i32.const 4))))"
                    .repeat(4_000)));
  }

  @Test
  void whatFitsIsCompiledAtOnce() throws Exception {
    MethodCompiler compiler = new MethodCompiler(Parser.parse(Wat.module(module(2))), false);

    assertThat(compiler.compile().files().interpreted()).isEmpty();
    assertThat(compiler.attempts()).isEqualTo(1);
  }

  /** 256 parameters are passed in an array; locals of its own begin as 0 all the same. */
  @Test
  void aFunctionOfManyParametersHasLocals() throws Exception {
    run(
        """
        (module
          (func $many (param %s) (result i32) (local i32)
            (i32.add (local.get 255) (local.get 256)))
          (func (export "run")
            (if (i32.ne (call $many %s) (i32.const 255)) (then unreachable))))
        """
            .formatted("i32 ".repeat(256), constants("i32", 256)));
  }

  /** Each takes two of the 255 places that a method of the JVM has for arguments. */
  @Test
  void aFunctionOfManyWideParametersRuns() throws Exception {
    run(
        """
        (module
          (func $many (param %s) (result i64) (local i64)
            (i64.add (local.get 199) (local.get 200)))
          (func (export "run")
            (if (i64.ne (call $many %s) (i64.const 199)) (then unreachable))))
        """
            .formatted("i64 ".repeat(200), constants("i64", 200)));
  }

  private static String constants(String type, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "(%s.const %d)".formatted(type, i))
        .collect(Collectors.joining(" "));
  }

  /** Branches keep the types of all locals: 20,000 of both would take 1.6 GB. */
  @Test
  void manyLocalsAndManyBranchesTakeLittle() throws Exception {
    run(
        """
        (module
          (func $bomb (local %s) %s)
          (func (export "run") (call $bomb)))
        """
            .formatted("i32 ".repeat(20_000), "(block (br_if 0 (local.get 0)))".repeat(20_000)));
  }

  private static void run(String text) throws Exception {
    EndiveAdapter adapter = new EndiveAdapter(null);
    try (GuestInstance instance =
        adapter.compile("guest", Wat.module(text)).instantiate((module, name) -> null, "memory")) {
      instance.call("run");
    }
  }
}
