// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts stand in for compilers: each writes a script that stands in for a program. */
class NativeProgramTest {
  private static final Request COURSE =
      new Request.Course(2, Duration.ofMillis(1), Duration.ofMinutes(1));

  @TempDir private Path directory = Path.of("");
  private final List<String> failures = new ArrayList<>();

  /** The compiler's sixth argument, after -o, is the program. */
  private List<Contender> compiled(String program, String expected) throws IOException {
    Path compiler = directory.resolve("cc");
    Files.writeString(
        compiler,
        "#!/bin/sh\nprintf '#!/bin/sh\\n%s\\n' > \"$6\"; chmod +x \"$6\"\n".formatted(program));
    Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwx------"));
    return new Peers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(compiler))
        .compiled(
            directory.resolve("program.c"),
            directory,
            directory,
            new Work("program", new byte[0], "{\"n\":1}", expected),
            failures);
  }

  @Test
  void aProgramThatDoesNotReadItsInputIsMeasured() throws Exception {
    try (Contender program = compiled("echo done", "done").get(0)) {
      Answer answer = program.ask(COURSE);

      assertThat(program.name()).isEqualTo("native");
      assertThat(answer.series("activations").orElseThrow().count()).isGreaterThanOrEqualTo(2);
      assertThat(answer.series("processor")).isEmpty();
    }
  }

  @Test
  void itsInputIsOnStdinAndItsArgument() throws Exception {
    try (Contender program = compiled("cat; echo \"$1\"", "{\"n\":1}{\"n\":1}").get(0)) {
      assertThat(program.ask(COURSE).series("activations")).isPresent();
    }
  }

  @Test
  void anotherOutputIsNoTime() throws Exception {
    try (Contender program = compiled("echo done; exit 3", "done").get(0)) {
      assertThatThrownBy(() -> program.ask(COURSE))
          .isInstanceOf(IOException.class)
          .hasMessage("exit code 3, and the output done does not end with done");
    }
  }

  @Test
  void whatCannotBeCompiledIsNamed() throws Exception {
    assertThat(compiled("exit 1'; exit 1; '", "")).isEmpty();
    assertThat(failures)
        .containsExactly(
            "native cannot run program: %s ended with code 1".formatted(directory.resolve("cc")));
  }
}
