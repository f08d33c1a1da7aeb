// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line and the configuration file of a server.
 *
 * @param settings what is wanted
 * @param port the port, a free one
 * @param directory for what is written
 */
record ServerCommand(ServerSettings settings, int port, Path directory) {
  private static final String MAIN = "org.apache.openwhisk.standalone.StandaloneOpenWhisk";

  /**
   * The JVM replaces the shell, whose other child ends the JVM as soon as nobody holds the other
   * side of its stdin any more: when this process ends, however it ends.
   */
  private static final String TIED_TO_STDIN =
      "exec 3<&0; { cat <&3; kill $$; } >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

  /**
   * The whole command.
   *
   * @param more settings of OpenWhisk's
   */
  List<String> line(Map<String, String> more) throws IOException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", TIED_TO_STDIN, "sh"));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(JitOptions.in(settings.home()));
    // OpenWhisk would ask Docker for the addresses.
    line.add("-Dwhisk.standalone.host.name=" + settings.host());
    line.add("-Dwhisk.standalone.host.internal=127.0.0.1");
    line.add("-Dwhisk.standalone.host.external=127.0.0.1");
    line.add("-Dwhisk.standalone.host.ip=127.0.0.1");
    line.addAll(settings.jvmOptions());
    line.addAll(List.of("-cp", classPath(), MAIN));
    line.addAll(List.of("--no-ui", "--no-browser", "--disable-color-logging"));
    line.addAll(List.of("--port", Integer.toString(port)));
    line.addAll(List.of("--manifest", manifest().toString()));
    line.addAll(List.of("--config-file", writeConfig(more).toString()));
    line.addAll(List.of("--data-dir", directory.resolve("data").toString()));
    return line;
  }

  /** OpenWhisk's own first, as its start scripts put {@code ext-lib} last. */
  private String classPath() throws IOException {
    try (Stream<Path> plugin = Files.list(settings.home().resolve("plugin/ext-lib"))) {
      return Stream.of(
              settings.classes().classPath().stream(),
              plugin.filter(file -> file.toString().endsWith(".jar")).sorted(),
              settings.additions().stream())
          .flatMap(entries -> entries)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private Path manifest() {
    return settings.manifest().orElse(settings.home().resolve("runtimes.json")).toAbsolutePath();
  }

  /** OpenWhisk's settings, ours over them, then those of this start, then the user's. */
  private Path writeConfig(Map<String, String> more) throws IOException {
    StringBuilder text = new StringBuilder("include classpath(\"standalone.conf\")\n");
    text.append(include(settings.home().resolve("standalone.conf")));
    more.forEach((key, value) -> text.append("%s = %s%n".formatted(key, quoted(value))));
    settings.config().map(ServerCommand::include).ifPresent(text::append);
    return Files.writeString(directory.resolve("server.conf"), text);
  }

  private static String include(Path file) {
    return "include required(file(%s))%n".formatted(quoted(file.toAbsolutePath().toString()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
