// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that stand in for runtimes say what peers say. */
class PeersTest {
  private static final Work WORK = new Work("none", new byte[] {0}, "{}", "{}");

  @TempDir private Path directory = Path.of("");

  private Path program(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n", UTF_8);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void absentOnesAreNamedWithWhatWouldBringThem() throws Exception {
    Peers peers = Peers.find(Optional.empty(), Map.of("PATH", directory.toString()));

    assertThat(peers).isEqualTo(Peers.NONE);
    assertThat(peers.absent())
        .containsExactly(
            "wasmtime in one process: no python3 has the package wasmtime (python3 -m venv DIR && DIR/bin/pip install wasmtime, then --python DIR/bin/python3)",
            "wasmtime as a process: there is no wasmtime on the PATH",
            "node: there is no node on the PATH");
  }

  @Test
  void aPythonThatLacksThePackageIsNone() throws Exception {
    program("python3", "exit 1");

    assertThat(Peers.find(Optional.empty(), Map.of("PATH", directory.toString())).python())
        .isEmpty();
    program("python3", "exit 0");
    assertThat(Peers.find(Optional.empty(), Map.of("PATH", directory.toString())).python())
        .contains(directory.resolve("python3"));
  }

  @Test
  void aPeerAnswersLineByLine() throws Exception {
    Path python =
        program(
            "python3", "echo ready 1.2; read request; echo calls 9 8 7 6; echo end; read request");
    Peers peers =
        new Peers(Optional.of(python), Optional.empty(), Optional.empty(), Optional.empty());
    List<String> failures = new ArrayList<>();

    try (Contender peer = peers.embedded(directory, WORK, failures).get(0)) {
      Answer answer = peer.ask(new Request.Calls(1, Duration.ofSeconds(1), Duration.ZERO));

      assertThat(peer.description()).isEqualTo("1.2, one process, Python");
      assertThat(answer.series("calls").orElseThrow().values()).containsExactly(7L, 6L);
      assertThat(answer.series("allocated")).isEmpty();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aWrongOutputIsNoTime() throws Exception {
    Path python = program("python3", "echo ready 1.2; read request; echo error no greeting");
    Peers peers =
        new Peers(Optional.of(python), Optional.empty(), Optional.empty(), Optional.empty());

    try (Contender peer = peers.embedded(directory, WORK, new ArrayList<>()).get(0)) {
      assertThatThrownBy(() -> peer.ask(new Request.Overhead(1)))
          .isInstanceOf(IOException.class)
          .hasMessage("no greeting");
    }
  }

  @Test
  void onesThatDoNotStartAreNamed() throws Exception {
    Path node = program("node", "echo error bad module; exit 1");
    List<String> failures = new ArrayList<>();

    assertThat(
            new Peers(Optional.empty(), Optional.of(node), Optional.empty(), Optional.empty())
                .embedded(directory, WORK, failures))
        .isEmpty();
    assertThat(failures).containsExactly("node cannot run none: bad module");
  }
}
