// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.deploy;

import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import io.wasmwhisk.tests.plugin.ClassPathJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invoker's host: {@code invoker/bin} and {@code invoker/lib} as in OpenWhisk's image, where the
 * start script puts {@code ext-lib} and {@code config} after {@code lib}, with openwhisk-api in the
 * place of OpenWhisk's own jars; and what an operator has beside it: the plugin's directory and an
 * archive of a JVM.
 */
final class InvokerHost {
  private static final String START =
      """
      #!/bin/sh
      # As Gradle's start scripts go about JAVA_HOME, JAVA_OPTS and the class path.
      home=$(dirname "$0")/..
      exec "${JAVA_HOME:-/usr}/bin/java" $JAVA_OPTS $INVOKER_OPTS \\
        -cp "$home/classes:$home/openwhisk:$home/lib/*:$home/ext-lib/*:$home/config" "$@"
      """;

  private final Path directory;

  private InvokerHost(Path directory) {
    this.directory = directory;
  }

  static InvokerHost in(Path directory) throws IOException {
    InvokerHost host = new InvokerHost(directory);
    Files.createDirectories(directory.resolve("host/opt"));
    Files.createDirectories(host.invoker().resolve("bin"));
    Files.createDirectories(host.invoker().resolve("lib"));
    Files.createSymbolicLink(host.invoker().resolve("classes"), Repository.testClasses());
    Files.createSymbolicLink(host.invoker().resolve("openwhisk"), Repository.openWhiskApi());
    program(host.invoker().resolve("bin/invoker"), START);
    for (List<Path> jars : List.of(ClassPathJars.invokersOwn(), ClassPathJars.scalaTest())) {
      for (Path jar : jars) {
        Files.createSymbolicLink(host.invoker().resolve("lib/" + jar.getFileName()), jar);
      }
    }
    for (String part : List.of("", "ext-lib", "graal-compiler")) {
      copy(Repository.plugin().resolveSibling(part), host.plugin().resolve(part));
    }
    return host;
  }

  /** All that is on the host. */
  Path root() {
    return directory.resolve("host");
  }

  /** The directory of the invoker. */
  Path invoker() {
    return root().resolve("invoker");
  }

  /** Where the role shall put the plugin. */
  Path place() {
    return root().resolve("opt/wasmwhisk");
  }

  /** The plugin's directory, on the machine that runs Ansible. */
  Path plugin() {
    return directory.resolve("plugin");
  }

  /** An archive of a JVM that is this one, by a name of its own. */
  Path jre() throws IOException, InterruptedException {
    Path top = Files.createDirectories(directory.resolve("jdk-25-jre"));
    Files.createDirectories(top.resolve("bin"));
    Files.copy(Path.of(System.getProperty("java.home"), "release"), top.resolve("release"));
    program(
        top.resolve("bin/java"),
        "#!/bin/sh\nexec '%s/bin/java' \"$@\"\n".formatted(System.getProperty("java.home")));
    Ended ended =
        Tool.of("tar", "-C", directory.toString(), "-czf", "jre.tar.gz", "jdk-25-jre")
            .in(directory)
            .run();
    if (ended.code() != 0) {
      throw new AssertionError(ended.err());
    }
    return directory.resolve("jre.tar.gz");
  }

  /** Starts a class by the invoker's script, with the environment that the role wrote. */
  Ended start(String... classAndArguments) throws IOException, InterruptedException {
    return Tool.of(
            "sh",
            "-c",
            "set -a && . '%s/invoker.env' && exec bin/invoker \"$@\"".formatted(place()))
        .and("sh")
        .in(invoker())
        .run(classAndArguments);
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
