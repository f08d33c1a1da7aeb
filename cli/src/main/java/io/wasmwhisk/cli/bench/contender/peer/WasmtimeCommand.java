// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** wasmtime's own command, which runs a module that it has compiled to a file before. */
final class WasmtimeCommand {
  private WasmtimeCommand() {}

  static Contender compiled(Path program, Path scratch, Work work)
      throws IOException, InterruptedException {
    Path module = Files.createTempFile(scratch, "module", ".wasm");
    Path code = module.resolveSibling(module.getFileName() + ".cwasm");
    Files.write(module, work.module());
    int compiled =
        new ProcessBuilder(program.toString(), "compile", "-o", code.toString(), module.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (compiled != 0) {
      throw new IOException("wasmtime compile ended with code " + compiled);
    }
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "run", "--allow-precompiled"));
    work.directory().ifPresent(directory -> command.addAll(List.of("--dir", directory + "::/")));
    command.add(code.toString());
    return new StartedProcess("wasmtime process", "compiled before", command, work);
  }
}
