// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a C compiler makes of the source that a module was made of. */
final class NativeProgram {
  private NativeProgram() {}

  static Contender compiled(Path compiler, Path source, Path headers, Path scratch, Work work)
      throws IOException, InterruptedException {
    Path program = Files.createTempFile(scratch, "native", "");
    int code =
        new ProcessBuilder(
                compiler.toString(),
                "-std=gnu11",
                "-O2",
                "-I" + headers,
                source.toString(),
                "-o",
                program.toString(),
                "-lm")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(
          "native cannot run %s: %s ended with code %d".formatted(work.name(), compiler, code));
    }
    return new StartedProcess(
        "native", compiler + " -O2, a process each", List.of(program.toString()), work);
  }
}
