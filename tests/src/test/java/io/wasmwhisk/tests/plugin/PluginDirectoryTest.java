// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Beside an invoker's own jars, on one class path with them, nothing is there twice. */
class PluginDirectoryTest {
  private static final String DOOR = "org/apache/openwhisk/core/containerpool/wasm/";

  /** What an invoker has itself, in other versions. */
  private static final List<String> THE_INVOKERS_OWN =
      List.of(
          "scala/",
          "akka/",
          "org/apache/pekko/",
          "spray/",
          "com/typesafe/",
          "kamon/",
          "org/slf4j/",
          "ch/qos/logback/",
          "org/apache/log4j/",
          "org/apache/logging/",
          "org/apache/commons/",
          "com/fasterxml/",
          "com/github/benmanes/",
          "org/apache/hc/",
          "org/apache/http/",
          "com/google/",
          "io/netty/",
          "org/jspecify/");

  @TestFactory
  Stream<DynamicTest> nothingOfTheInvokersOwnIsInAJar() {
    return THE_INVOKERS_OWN.stream()
        .map(prefix -> DynamicTest.dynamicTest(prefix, () -> assertThat(paths(prefix)).isEmpty()));
  }

  private static Set<String> paths(String prefix) {
    Set<String> found = new TreeSet<>();
    for (Path jar : PluginDirectory.jars()) {
      for (String path : PluginDirectory.files(jar).keySet()) {
        if (path.startsWith(prefix)) {
          found.add(jar.getFileName() + ": " + path);
        }
      }
    }
    return found;
  }

  @Test
  void ofOpenWhiskNothingIsThereButTheDoorOnce() {
    assertThat(paths("org/apache/openwhisk/"))
        .isNotEmpty()
        .allMatch(path -> path.contains(": " + DOOR));
    assertThat(paths(DOOR + "WasmContainerFactoryProvider")).hasSize(1);
    assertThat(paths(DOOR + "WasmContainerFactoryStarter")).hasSize(1);
    assertThat(paths(DOOR + "pekko/WasmContainerFactoryStarter")).hasSize(1);
  }

  @Test
  void ourJarHasNoOtherPackages() {
    assertThat(PluginDirectory.files(PluginDirectory.ownJar()).keySet())
        .allMatch(
            path ->
                path.startsWith("io/wasmwhisk/")
                    || path.startsWith(DOOR)
                    || path.startsWith("META-INF/")
                    || path.equals("wasmwhisk-reference.conf"));
  }

  @Test
  void noClassOfOursNamesALibraryByItsFirstName() {
    List<String> moved =
        List.of("com/fasterxml/jackson/core", "benmanes/caffeine", "org/apache/hc");
    PluginDirectory.files(PluginDirectory.ownJar())
        .forEach(
            (path, content) ->
                assertThat(moved.stream().filter(new String(content, ISO_8859_1)::contains))
                    .as(path)
                    .isEmpty());
  }

  @Test
  void ourJarIsNoModuleAndNamesOnlyServicesThatItHas() {
    Map<String, byte[]> files = PluginDirectory.files(PluginDirectory.ownJar());
    assertThat(files.keySet())
        .noneMatch(path -> path.endsWith("module-info.class"))
        .noneMatch(path -> path.startsWith("META-INF/versions/"))
        .noneMatch(path -> path.matches("META-INF/.*\\.(SF|RSA|DSA)"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith("META-INF/services/")) {
        assertThat(file.getKey()).startsWith("META-INF/services/com.oracle.truffle.");
        String provider = new String(file.getValue(), UTF_8).strip();
        assertThat(files).containsKey(provider.replace('.', '/') + ".class");
      }
    }
  }

  @Test
  void graalsJarsAreThereAsTheyWerePublished() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path jar : PluginDirectory.jars()) {
      if (!jar.equals(PluginDirectory.ownJar())) {
        names.add(jar.getFileName().toString().replaceAll("-[0-9.]+\\.jar", ""));
        assertThat(Files.mismatch(jar, onClassPath(jar.getFileName()))).as("%s", jar).isEqualTo(-1);
      }
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "collections",
            "jniutils",
            "nativeimage",
            "polyglot",
            "truffle-api",
            "truffle-compiler",
            "truffle-runtime",
            "wasm-language",
            "word");
    assertThat(PluginDirectory.require().resolve("graal-compiler")).isNotEmptyDirectory();
  }

  private static Path onClassPath(Path name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> Objects.equals(entry.getFileName(), name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among the dependencies"));
  }

  @Test
  void licencesAndNoticesAreThere() throws IOException {
    Map<String, byte[]> files = PluginDirectory.files(PluginDirectory.ownJar());
    assertThat(files)
        .containsKeys(
            "META-INF/LICENSE",
            "META-INF/FastDoubleParser-LICENSE",
            "META-INF/LICENSE-ASM",
            "META-INF/LICENSE-QuickJS-ng");
    assertThat(new String(files.getOrDefault("META-INF/LICENSE", new byte[0]), UTF_8))
        .contains("Apache License", "Version 2.0, January 2004");
    assertThat(new String(files.getOrDefault("META-INF/NOTICE", new byte[0]), UTF_8))
        .contains("Jackson JSON processor", "Apache HttpComponents Core");
    assertThat(PluginDirectory.require().resolve("NOTICE"))
        .content()
        .contains("Universal Permissive License 1.0", "Classpath Exception");
  }

  @Test
  void everyFileHasItsSum() throws Exception {
    Path directory = PluginDirectory.require();
    Path sums = directory.resolve("SHA256SUMS");
    Assumptions.assumeTrue(Files.exists(sums), "the sums are made by mvn verify, not by package");
    Set<String> summed = new TreeSet<>();
    for (String line : Files.readAllLines(sums)) {
      String path = line.substring(line.indexOf("  ") + 2);
      byte[] content = Files.readAllBytes(directory.resolve(path));
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(line).isEqualTo(HexFormat.of().formatHex(sum) + "  " + path);
      summed.add(path);
    }
    Set<String> files = paths(directory);
    files.removeIf(path -> Files.isDirectory(directory.resolve(path)));
    files.remove("SHA256SUMS");
    assertThat(summed)
        .isEqualTo(files)
        .contains(
            "NOTICE",
            "README.md",
            "jvm-21.options",
            "jvm-25.options",
            "runtimes.json",
            "wasmwhisk.conf");
  }

  @Test
  void thePageNamesTheVersionOfTheJar() throws IOException {
    String version =
        PluginDirectory.ownJar()
            .getFileName()
            .toString()
            .replaceAll("wasmwhisk-invoker-(.*)\\.jar", "$1");
    assertThat(PluginDirectory.require().resolve("README.md"))
        .content()
        .startsWith("# WasmWhisk " + version + "\n");
  }

  @Test
  void theOptionsAreThoseThatThisBuildTestsWith() throws IOException {
    List<String> options =
        Files.readAllLines(PluginDirectory.require().resolve("jvm-25.options")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<String> ours = ManagementFactory.getRuntimeMXBean().getInputArguments();
    assertThat(options).contains("--upgrade-module-path=/opt/wasmwhisk/graal-compiler");
    assertThat(options)
        .filteredOn(option -> !option.startsWith("--upgrade-module-path="))
        .filteredOn(option -> !option.startsWith("-XX:UseAVX="))
        .hasSize(7)
        .allSatisfy(option -> assertThat(ours).contains(option));
  }

  @Test
  void theSettingsNameTheProvider() throws IOException {
    Config settings =
        ConfigFactory.parseFile(PluginDirectory.require().resolve("wasmwhisk.conf").toFile());
    assertThat(settings.getString("whisk.spi.ContainerFactoryProvider").replace('.', '/'))
        .isEqualTo(DOOR + "WasmContainerFactoryProvider");
    assertThat(settings.getConfig("whisk.wasm").root().keySet()).containsExactly("delegate");
  }

  @Test
  void whatLoadsFirstIsForJava11() {
    PluginDirectory.files(PluginDirectory.ownJar())
        .forEach(
            (path, content) -> {
              if (path.startsWith("io/wasmwhisk/start/")
                  || path.endsWith("FactoryProvider$.class")) {
                assertThat(content[7]).as(path).isEqualTo((byte) 55);
              }
            });
  }

  @Test
  void aRealOpenWhiskHasNoPackageOfTheDirectory() throws Exception {
    String directory = System.getProperty("openwhisk.lib", "");
    Assumptions.assumeFalse(
        directory.isEmpty(), "no real OpenWhisk to compare with: -Dopenwhisk.lib=DIR names one");
    Set<String> ours = new TreeSet<>();
    PluginDirectory.jars()
        .forEach(jar -> ours.addAll(packages(PluginDirectory.files(jar).keySet())));
    assertThat(ours).hasSizeGreaterThan(50);
    Set<String> both = new TreeSet<>();
    for (Path entry : OpenWhiskClasses.in(Path.of(directory)).classPath()) {
      for (String name : packages(paths(entry))) {
        if (ours.contains(name)) {
          both.add(entry.getFileName() + ": " + name);
        }
      }
    }
    assertThat(both).isEmpty();
  }

  private static Set<String> packages(Set<String> paths) {
    Set<String> packages = new TreeSet<>();
    for (String path : paths) {
      if (path.endsWith(".class") && path.contains("/") && !path.startsWith("META-INF/")) {
        packages.add(path.substring(0, path.lastIndexOf('/')));
      }
    }
    return packages;
  }

  private static Set<String> paths(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      return PluginDirectory.files(entry).keySet();
    }
    Set<String> paths = new TreeSet<>();
    try (Stream<Path> files = Files.walk(entry)) {
      files.forEach(file -> paths.add(entry.relativize(file).toString().replace('\\', '/')));
    }
    return paths;
  }
}
