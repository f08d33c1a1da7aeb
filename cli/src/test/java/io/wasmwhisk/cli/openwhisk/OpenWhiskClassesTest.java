// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenWhiskClassesTest {
  private static final String PACKAGES = "org/apache/openwhisk/";

  @TempDir private Path directory = Path.of("");

  @Test
  void jarsAndClassDirectoriesAreOneClassPathOpenWhisksOwnFirst() throws Exception {
    Path akka = jar("lib/akka-actor.jar", "akka/actor/ActorSystem.class");
    Path scala = jar("lib/scala-library.jar", "scala/Function1.class");
    Path common = common("classes/common");
    Path resources = file("gradle/build/resources/main/standalone.conf").getParent();
    Path rest = rest("jars/rest.jar");

    OpenWhiskClasses found = OpenWhiskClasses.in(directory);

    assertThat(found.toolkit()).isEqualTo(Toolkit.AKKA);
    assertThat(found.classPath().subList(0, 2)).containsExactlyInAnyOrder(common, rest);
    assertThat(found.classPath().subList(2, 5)).containsExactlyInAnyOrder(akka, scala, resources);
  }

  @Test
  void aPartThatIsThereTwiceIsTakenOnce() throws Exception {
    jar("lib.jar", "org/apache/pekko/actor/ActorSystem.class", "scala/Function1.class");
    common("classes/common");
    rest("jars/rest.jar", "standalone.conf");
    rest("jars/copy-of-rest.jar", "standalone.conf");

    OpenWhiskClasses found = OpenWhiskClasses.in(directory);

    assertThat(found.toolkit()).isEqualTo(Toolkit.PEKKO);
    assertThat(found.classPath()).hasSize(3);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    jar("lib/akka-actor.jar", "akka/actor/ActorSystem.class");
    rest("rest.jar", "standalone.conf");

    assertThatThrownBy(() -> OpenWhiskClasses.in(directory))
        .isInstanceOf(OpenWhiskFailure.class)
        .hasMessage(
            directory
                + " does not hold a whole OpenWhisk. In its 2 jars and class directories (eight"
                + " levels deep) there is no:\n"
                + "  org/apache/openwhisk/core/containerpool/ContainerFactory.class (common/scala)\n"
                + "  application.conf (common/scala's resources)\n"
                + "  scala/Function1.class (scala-library)");
  }

  @Test
  void aJarOfSpringBootIsToBeNamedItself() throws Exception {
    jar("openwhisk-standalone.jar", "BOOT-INF/lib/akka-actor.jar");

    assertThatThrownBy(() -> OpenWhiskClasses.in(directory))
        .hasMessageEndingWith(
            "\nopenwhisk-standalone.jar holds jars in itself: name it instead of its directory.");
  }

  @Test
  void anAbsentPlaceIsNamed() {
    Path absent = directory.resolve("absent");

    assertThatThrownBy(() -> OpenWhiskClasses.in(absent))
        .hasMessage(
            absent
                + " does not exist: it is to be a directory with the jars or class directories of an"
                + " OpenWhisk, or its standalone jar");
  }

  private Path common(String name) throws IOException {
    file(name + "/application.conf");
    file(name + "/" + PACKAGES + "core/containerpool/ContainerFactory.class");
    return directory.toRealPath().resolve(name);
  }

  private Path rest(String name, String... more) throws IOException {
    String[] entries = {
      PACKAGES + "standalone/StandaloneOpenWhisk.class",
      PACKAGES + "core/controller/Controller.class",
      PACKAGES + "core/invoker/InvokerReactive.class",
      PACKAGES + "core/cli/WhiskAdmin.class"
    };
    return jar(name, Stream.of(entries, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private Path file(String name) throws IOException {
    Path file = directory.toRealPath().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private Path jar(String name, String... entries) throws IOException {
    Path jar = file(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
    return jar;
  }
}
