// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DescriptorsTest {
  private static final String HEAD = "  sl  local_address rem_address   st tx_queue …";

  /** A process that listens on 8080 (1F90), was called once there, and has called another. */
  private static void process(Path directory) throws IOException {
    Path descriptors = Files.createDirectories(directory.resolve("fd"));
    link(descriptors, 0, "/dev/null");
    link(descriptors, 1, "/dev/null");
    link(descriptors, 2, "socket:[100]");
    link(descriptors, 3, "socket:[101]");
    link(descriptors, 4, "socket:[102]");
    link(descriptors, 5, "pipe:[9]");
    Files.createDirectory(directory.resolve("net"));
    Files.write(
        directory.resolve("net/tcp6"),
        List.of(
            HEAD,
            line(0, "1F90", "0000", "0A", 100),
            line(1, "1F90", "D431", "01", 101),
            line(2, "D431", "1F90", "01", 200),
            line(3, "C350", "1F91", "01", 102)));
  }

  private static void link(Path directory, int descriptor, String target) throws IOException {
    Files.createSymbolicLink(directory.resolve(Integer.toString(descriptor)), Path.of(target));
  }

  private static String line(int number, String local, String remote, String state, int inode) {
    String address = "0000000000000000FFFF00000100007F:";
    return "   %d: %s%s %s%s %s 00000000:00000000 00:00000000 00000000     0        0 %d 1 0 100"
        .formatted(number, address, local, address, remote, state, inode);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "names with colons, and links, are Linux's")
  void connectionsThatClientsOpenedDoNotCount(@TempDir Path directory) throws IOException {
    process(directory);

    assertThat(Descriptors.count(directory)).isEqualTo(5);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is Linux's")
  void aSocketOfAnotherProcessThatListensDoesNotCountForThisOne(@TempDir Path directory)
      throws IOException {
    process(directory);
    Files.delete(directory.resolve("fd/2"));

    assertThat(Descriptors.count(directory)).isEqualTo(5);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is Linux's")
  void ofThisProcess() throws IOException {
    Path process = Path.of("/proc", Long.toString(ProcessHandle.current().pid()));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int before = Descriptors.count(process);
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket accepted = server.accept();
          FileInputStream file = new FileInputStream(process.resolve("status").toFile())) {
        assertThat(client.isConnected() && accepted.isConnected() && file.available() >= 0)
            .isTrue();
        assertThat(Descriptors.count(process)).isEqualTo(before + 2);
      }
    }
  }
}
