// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.plugin;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Jars on the tests' class path, for JVMs that tests start on a class path of their own. */
public final class ClassPathJars {
  private static final List<String> INVOKERS_OWN =
      List.of(
          "scala-",
          "akka-",
          "spray-json",
          "config-",
          "ssl-config",
          "reactive-streams",
          "slf4j-api",
          "logback",
          "kamon");

  private static final List<String> SCALATEST = List.of("scalatest", "scalactic");

  private ClassPathJars() {}

  /** What an invoker has itself, before the plugin. */
  public static List<Path> invokersOwn() {
    return namedLike(INVOKERS_OWN);
  }

  /** ScalaTest, without what an invoker has too. */
  public static List<Path> scalaTest() {
    return namedLike(SCALATEST);
  }

  /** Those whose names begin so, in the order of the class path. */
  public static List<Path> namedLike(List<String> beginnings) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(jar -> beginnings.stream().anyMatch(jar.getFileName().toString()::startsWith))
        .toList();
  }
}
