// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Truffle unpacks its library, by what names the place. */
class LibraryCacheTest {
  @TempDir private Path home = Path.of("");

  private Properties properties(String... more) {
    Properties properties = new Properties();
    properties.setProperty("os.name", "Linux");
    properties.setProperty("user.home", home.toString());
    for (int i = 0; i < more.length; i += 2) {
      properties.setProperty(more[i], more[i + 1]);
    }
    return properties;
  }

  /** A place in which not even root can write: a file. */
  private Path file() throws IOException {
    return Files.createFile(home.resolve("file"));
  }

  @Test
  void aHomeThatCanBeWritten() {
    assertThat(LibraryCache.problem(properties(), Map.of())).isEmpty();
    assertThat(home.resolve(".cache/org.graalvm.polyglot")).isEmptyDirectory();
  }

  @Test
  void aHomeThatCannotBeWritten() throws IOException {
    Path file = file();
    Path cache = file.resolve(".cache/org.graalvm.polyglot");
    assertThat(LibraryCache.problem(properties("user.home", file.toString()), Map.of()))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "GraalWasm unpacks a library in " + cache + ", where this process cannot")
                    .endsWith(
                        "): give the invoker's user a home directory that it can write, or start the JVM with -Dpolyglot.engine.userResourceCache=DIRECTORY, one that only this user can write."));
  }

  @Test
  void aDirectoryOfItsOwn() throws IOException {
    Properties properties =
        properties(
            "user.home", file().toString(), "polyglot.engine.userResourceCache", home + "/own");
    assertThat(LibraryCache.problem(properties, Map.of())).isEmpty();
    assertThat(home.resolve("own")).isEmptyDirectory();
  }

  @Test
  void theEnvironmentsCaches() throws IOException {
    Properties properties = properties("user.home", file().toString());
    assertThat(LibraryCache.problem(properties, Map.of("XDG_CACHE_HOME", home + "/xdg"))).isEmpty();
    assertThat(home.resolve("xdg/org.graalvm.polyglot")).isEmptyDirectory();
    assertThat(LibraryCache.problem(properties, Map.of("XDG_CACHE_HOME", "relative"))).isPresent();
  }

  @Test
  void whatIsUnpackedAlreadyIsOnlyRead() throws IOException {
    Properties properties =
        properties("user.home", file().toString(), "polyglot.engine.resourcePath", "/unpacked");
    assertThat(LibraryCache.problem(properties, Map.of())).isEmpty();
  }
}
