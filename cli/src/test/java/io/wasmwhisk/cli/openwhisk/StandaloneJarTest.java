// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneJarTest {
  @TempDir private Path directory = Path.of("");

  private Path jar(String... names) throws IOException {
    Path jar = directory.resolve("openwhisk-standalone.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path cache() {
    return directory.resolve("cache/wasmwhisk");
  }

  private static Stream<Path> files(Path in) throws IOException {
    return Files.walk(in).filter(Files::isRegularFile).map(in::relativize);
  }

  @Test
  void itsJarsAndClassesAreUnpacked() throws Exception {
    Path jar =
        jar(
            "BOOT-INF/classes/org/apache/openwhisk/standalone/StandaloneOpenWhisk.class",
            "BOOT-INF/lib/akka-actor.jar",
            "org/springframework/boot/loader/JarLauncher.class");

    Path unpacked = StandaloneJar.unpacked(jar, cache());

    assertThat(files(unpacked))
        .containsExactlyInAnyOrder(
            Path.of("BOOT-INF/classes/org/apache/openwhisk/standalone/StandaloneOpenWhisk.class"),
            Path.of("BOOT-INF/lib/akka-actor.jar"));
    assertThat(unpacked.resolve("BOOT-INF/lib/akka-actor.jar"))
        .hasContent("BOOT-INF/lib/akka-actor.jar");
  }

  @Test
  void itIsUnpackedOnce() throws Exception {
    Path jar = jar("BOOT-INF/lib/a.jar");
    Path unpacked = StandaloneJar.unpacked(jar, cache());
    Files.writeString(unpacked.resolve("BOOT-INF/lib/a.jar"), "as it was");

    assertThat(StandaloneJar.unpacked(jar, cache())).isEqualTo(unpacked);
    assertThat(unpacked.resolve("BOOT-INF/lib/a.jar")).hasContent("as it was");
  }

  @Test
  void anotherJarHasAPlaceOfItsOwn() throws Exception {
    Path one = StandaloneJar.unpacked(jar("BOOT-INF/lib/a.jar"), cache());
    Path other = StandaloneJar.unpacked(jar("BOOT-INF/lib/b.jar"), cache());

    assertThat(other).isNotEqualTo(one);
    assertThat(files(other)).containsExactly(Path.of("BOOT-INF/lib/b.jar"));
  }

  @Test
  void aJarWithoutJarsIsNotIt() throws Exception {
    Path jar = jar("org/apache/openwhisk/standalone/StandaloneOpenWhisk.class");

    assertThatThrownBy(() -> StandaloneJar.unpacked(jar, cache()))
        .isInstanceOf(OpenWhiskFailure.class)
        .hasMessage(
            jar
                + " is not OpenWhisk's standalone jar: there are no jars in its BOOT-INF/lib/. Name"
                + " that jar, or a directory of all of OpenWhisk's jars.");
    assertThat(cache()).isEmptyDirectory();
  }

  @Test
  void anEntryThatLeadsOutOfItIsRefused() throws Exception {
    Path jar = jar("BOOT-INF/lib/../../../../out.jar");

    assertThatThrownBy(() -> StandaloneJar.unpacked(jar, cache()))
        .hasMessage(jar + " is no jar: its entry BOOT-INF/lib/../../../../out.jar leads out of it");
    assertThat(cache()).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNoJarIsNamed() throws Exception {
    Path text = Files.writeString(directory.resolve("a.txt"), "text");

    assertThatThrownBy(() -> OpenWhiskClasses.in(text))
        .isInstanceOf(OpenWhiskFailure.class)
        .hasMessageStartingWith(text + " is no jar: ");
  }

  @Test
  void theCacheIsTheUsers() {
    assertThat(StandaloneJar.cache(Map.of("XDG_CACHE_HOME", "/some/cache")))
        .isEqualTo(Path.of("/some/cache/wasmwhisk"));
    assertThat(StandaloneJar.cache(Map.of("XDG_CACHE_HOME", "relative")))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/wasmwhisk"));
    assertThat(StandaloneJar.cache(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/wasmwhisk"));
  }
}
