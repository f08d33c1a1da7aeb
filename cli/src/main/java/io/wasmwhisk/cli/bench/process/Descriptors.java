// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process's file descriptors, as Linux's {@code /proc} has them, without the connections that
 * clients opened to it: those are as many as the clients want, and the bench is one of them.
 */
final class Descriptors {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)]");
  private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");

  /** Columns of a table (proc(5)). */
  private static final int LOCAL = 1;

  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";

  private Descriptors() {}

  /**
   * One TCP socket of the process's network.
   *
   * @param inode what a descriptor names
   * @param port its own
   * @param listening whether connections are accepted by it
   */
  private record TcpSocket(String inode, String port, boolean listening) {
    private static TcpSocket of(String line) {
      String[] columns = line.strip().split(" +");
      String local = columns[LOCAL];
      return new TcpSocket(
          columns[INODE],
          local.substring(local.indexOf(':') + 1),
          columns[STATE].equals(LISTENING));
    }
  }

  /**
   * How many there are.
   *
   * @param process its directory in {@code /proc}
   */
  static int count(Path process) throws IOException {
    List<String> targets = targets(process.resolve("fd"));
    Set<String> accepted = accepted(sockets(process), Set.copyOf(targets));
    return Math.toIntExact(targets.stream().filter(target -> !accepted.contains(target)).count());
  }

  private static Set<String> accepted(List<TcpSocket> sockets, Set<String> own) {
    Set<String> ports = new HashSet<>();
    for (TcpSocket socket : sockets) {
      if (socket.listening() && own.contains(socket.inode())) {
        ports.add(socket.port());
      }
    }
    Set<String> accepted = new HashSet<>();
    for (TcpSocket socket : sockets) {
      if (!socket.listening() && ports.contains(socket.port())) {
        accepted.add(socket.inode());
      }
    }
    return accepted;
  }

  /** Where each descriptor leads: a path, or a socket's inode. */
  private static List<String> targets(Path directory) throws IOException {
    List<String> targets = new ArrayList<>();
    try (Stream<Path> descriptors = Files.list(directory)) {
      for (Path descriptor : descriptors.toList()) {
        try {
          String target = Files.readSymbolicLink(descriptor).toString();
          Matcher socket = SOCKET.matcher(target);
          targets.add(socket.matches() ? socket.group(1) : target);
        } catch (NoSuchFileException e) {
          // Closed since the directory was listed.
        }
      }
    }
    return targets;
  }

  private static List<TcpSocket> sockets(Path process) throws IOException {
    List<TcpSocket> sockets = new ArrayList<>();
    for (String table : TABLES) {
      if (Files.exists(process.resolve(table))) {
        try (Stream<String> lines = Files.lines(process.resolve(table))) {
          lines.skip(1).map(TcpSocket::of).forEach(sockets::add);
        }
      }
    }
    return sockets;
  }
}
