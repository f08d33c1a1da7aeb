// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of JVMs and of class paths before anything is loaded. */
class StartCheckTest {
  private static final String OURS = "io/wasmwhisk/start/StartCheck.class";
  private static final List<String> ALL =
      List.of(
          OURS,
          "org/graalvm/polyglot/Engine.class",
          "org/graalvm/wasm/WasmLanguage.class",
          "com/oracle/truffle/api/Truffle.class",
          "com/oracle/truffle/runtime/OptimizedTruffleRuntime.class",
          "com/oracle/truffle/compiler/TruffleCompiler.class",
          "org/graalvm/collections/EconomicMap.class",
          "org/graalvm/word/WordBase.class",
          "org/graalvm/nativeimage/ImageInfo.class",
          "org/graalvm/jniutils/JNI.class");

  @TempDir private Path directory = Path.of("");

  private static Jvm java(String version) {
    return Jvms.of(version).jvm();
  }

  /** A loader of jars with files of these names: 0.jar, 1.jar … */
  private URLClassLoader loader(List<List<String>> classFiles) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (List<String> files : classFiles) {
      jars.add(jar(directory.resolve(jars.size() + ".jar"), files).toUri().toURL());
    }
    return new URLClassLoader(jars.toArray(URL[]::new), null);
  }

  private static Path jar(Path jar, List<String> files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String file : files) {
        zip.putNextEntry(new ZipEntry(file));
      }
    }
    return jar;
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "21.0.8+9-LTS", "22.0.1", "25.0.5.0.3+1", "26-ea+1"})
  void runsOnJava21AndNewer(String version) throws IOException {
    try (URLClassLoader loader = loader(List.of(ALL))) {
      assertThatCode(() -> StartCheck.check(java(version), loader)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.32.1+1-post-1-deb11u1-Debian", "17.0.15+6", "20.0.2+9"})
  void needsJava21(String version) throws IOException {
    try (URLClassLoader loader = loader(List.of(ALL))) {
      assertThatThrownBy(() -> StartCheck.check(java(version), loader))
          .isInstanceOf(StartFailure.class)
          .hasMessage(
              "WasmWhisk could not start: it needs Java 21 or newer, and Java 25 to compile WebAssembly to machine code, but this is Java %s (A VM in /opt/java). Start the invoker with a JRE 25 and the options of the plugin's jvm-25.options.",
              Runtime.Version.parse(version));
    }
  }

  @Test
  void namesAJarThatIsMissing() throws IOException {
    List<String> files = new ArrayList<>(ALL);
    files.remove("org/graalvm/wasm/WasmLanguage.class");
    try (URLClassLoader loader = loader(List.of(files))) {
      assertThatThrownBy(() -> StartCheck.check(java("25"), loader))
          .hasMessage(
              "WasmWhisk could not start: of GraalWasm's jars wasm-language is not on the invoker's class path, or cannot be read. Copy all jars of the plugin's ext-lib into the directory of %s/0.jar.",
              directory);
    }
  }

  @Test
  void namesAllJarsThatAreMissing() throws IOException {
    try (URLClassLoader loader = loader(List.of(List.of(OURS)))) {
      assertThatThrownBy(() -> StartCheck.check(java("25"), loader))
          .hasMessageStartingWith(
              "WasmWhisk could not start: of GraalWasm's jars polyglot, wasm-language, truffle-api, truffle-runtime, truffle-compiler, collections, word, nativeimage, jniutils are not on the invoker's class path, or cannot be read. ");
    }
  }

  @Test
  void namesAJarThatIsThereTwice() throws IOException {
    try (URLClassLoader loader = loader(List.of(ALL, List.of(OURS)))) {
      assertThatThrownBy(() -> StartCheck.check(java("25"), loader))
          .hasMessage(
              "WasmWhisk could not start: wasmwhisk-invoker is on the invoker's class path 2 times: %s/0.jar, %s/1.jar. Remove all but those of one version of the plugin.",
              directory, directory);
    }
  }

  @Test
  void doesNotMindACopyOfAJar() throws IOException {
    URL jar = jar(directory.resolve("0.jar"), ALL).toUri().toURL();
    URL copy =
        jar(Files.createDirectory(directory.resolve("copy")).resolve("0.jar"), ALL).toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar, copy}, null)) {
      assertThatCode(() -> StartCheck.check(java("25"), loader)).doesNotThrowAnyException();
    }
  }

  @Test
  void doesNotMindWhatTheCompilersDirectoryHasToo() throws IOException {
    List<String> both =
        List.of(
            "com/oracle/truffle/compiler/TruffleCompiler.class",
            "org/graalvm/collections/EconomicMap.class",
            "org/graalvm/word/WordBase.class");
    try (URLClassLoader loader = loader(List.of(ALL, both))) {
      assertThatCode(() -> StartCheck.check(java("25"), loader)).doesNotThrowAnyException();
    }
  }

  @Test
  void tellsAllThatIsWrongAtOnce() throws IOException {
    List<String> files = new ArrayList<>(ALL);
    files.remove("org/graalvm/word/WordBase.class");
    try (URLClassLoader loader = loader(List.of(files, List.of(ALL.get(1))))) {
      assertThatThrownBy(() -> StartCheck.check(java("11"), loader))
          .hasMessageContaining("but this is Java 11 ")
          .hasMessageContaining(" Also, of GraalWasm's jars word is ")
          .hasMessageContaining(" Also, polyglot is on the invoker's class path 2 times: ");
    }
  }
}
