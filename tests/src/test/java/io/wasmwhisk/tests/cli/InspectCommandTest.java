// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wabt.Wat2Wasm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./wasmwhisk inspect}: for people and for programs. */
class InspectCommandTest {
  private static final String ADDER =
      """
      (module
        (import "wasi_snapshot_preview1" "proc_exit" (func (param i32)))
        (memory (export "memory") 1 16)
        (func (export "add") (param i32 i32) (result i32)
          (i32.add (local.get 0) (local.get 1)))%s)
      """;
  private static final String START = " (func (export \"_start\"))";

  @TempDir private Path directory = Path.of("");

  @Test
  void itSaysWhatAModuleIs() throws Exception {
    Ended ended = inspect(ADDER.formatted(START));

    assertThat(ended.out().lines())
        .containsExactly(
            "size          114 bytes",
            "sha256        " + sha256(),
            "abi           command",
            "engine        graalwasm: it runs the module at once; endive takes over after two short activations, when it has compiled the module",
            "asks for      none",
            "memory        64 KiB at the start, at most 1024 KiB",
            "functions     3, 12 bytes of code",
            "imports       wasi_snapshot_preview1.proc_exit (i32) -> ()",
            "exports       memory memory",
            "              add (i32, i32) -> (i32)",
            "              _start () -> ()",
            "features      none");
    assertThat(ended.code()).isZero();
  }

  @Test
  void programsGetTheSameAsJson() throws Exception {
    Ended ended = inspect(ADDER.formatted(START), "--json");

    JsonNode json = new JsonMapper().readTree(ended.out());
    assertThat(json.get("bytes").asInt()).isEqualTo(114);
    assertThat(json.get("sha256").asText()).isEqualTo(sha256());
    assertThat(json.get("abi").asText()).isEqualTo("command");
    assertThat(json.get("runs").asBoolean()).isTrue();
    assertThat(json.get("memories").toString())
        .isEqualTo("[{\"minimumPages\":1,\"maximumPages\":16}]");
    assertThat(json.get("imports").toString())
        .isEqualTo("[\"wasi_snapshot_preview1.proc_exit (i32) -> ()\"]");
  }

  @Test
  void whatDoesNotRunIsDescribedAllTheSame() throws Exception {
    Ended ended = inspect(ADDER.formatted(""));

    assertThat(ended.out())
        .contains(
            "engine        none: The module has no entry point: an action exports the function"
                + " \"_start\" (build a WASI command), but this module exports the functions add.\n");
    assertThat(ended.code()).isEqualTo(16);
  }

  private Ended inspect(String wat, String... options) throws Exception {
    Path file = Files.write(directory.resolve("module.wasm"), Wat2Wasm.parse(wat));
    return Tool.wasmwhisk().and("inspect", file.toString()).run(options);
  }

  private String sha256() throws Exception {
    Path file = directory.resolve("module.wasm");
    return Tool.of("sha256sum", file.toString()).run().out().split(" ", 2)[0];
  }
}
