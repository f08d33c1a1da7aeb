// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The class path of a real OpenWhisk's standalone server.
 *
 * @param directory where it was found
 * @param classPath OpenWhisk's own parts, then what they use
 * @param toolkit what its actors are built on
 */
public record OpenWhiskClasses(Path directory, List<Path> classPath, Toolkit toolkit) {
  private static final Map<String, String> WANTED = wanted();

  /** Copies the list. */
  public OpenWhiskClasses {
    classPath = List.copyOf(classPath);
  }

  /**
   * Finds it: jars, directories of classes with {@code org/apache/openwhisk} in them, and Gradle's
   * {@code resources/main}, up to eight levels down. A part of OpenWhisk that is there twice, as a
   * jar and as a directory, is taken once.
   *
   * @param place a directory, or OpenWhisk's standalone jar
   * @throws OpenWhiskFailure when something is missing; the message says what was looked for
   */
  public static OpenWhiskClasses in(Path place) throws OpenWhiskFailure {
    if (!Files.exists(place)) {
      throw new OpenWhiskFailure(
          "%s does not exist: it is to be a directory with the jars or class directories of an OpenWhisk, or its standalone jar"
              .formatted(place));
    }
    return inDirectory(Files.isDirectory(place) ? place : StandaloneJar.unpacked(place));
  }

  private static OpenWhiskClasses inDirectory(Path directory) throws OpenWhiskFailure {
    List<ClassPathEntry> entries = withoutCopies(entriesOf(directory));
    List<String> missing =
        WANTED.entrySet().stream()
            .filter(wanted -> lacks(entries, wanted.getKey()))
            .map(wanted -> "%n  %s (%s)".formatted(wanted.getKey(), wanted.getValue()))
            .toList();
    Set<Toolkit> toolkits = toolkits(entries);
    if (!missing.isEmpty() || toolkits.size() != 1) {
      throw new OpenWhiskFailure(shortage(directory, entries, missing, toolkits));
    }
    return new OpenWhiskClasses(
        directory, entries.stream().map(ClassPathEntry::path).toList(), toolkits.iterator().next());
  }

  private static Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put(classFile("standalone/StandaloneOpenWhisk"), "core/standalone");
    wanted.put("standalone.conf", "core/standalone's resources");
    wanted.put(classFile("core/controller/Controller"), "core/controller");
    wanted.put(classFile("core/invoker/InvokerReactive"), "core/invoker");
    wanted.put(classFile("core/cli/WhiskAdmin"), "tools/admin");
    wanted.put(classFile("core/containerpool/ContainerFactory"), "common/scala");
    wanted.put("application.conf", "common/scala's resources");
    wanted.put("scala/Function1.class", "scala-library");
    return wanted;
  }

  private static String classFile(String name) {
    return "org/apache/openwhisk/" + name + ".class";
  }

  private static List<ClassPathEntry> entriesOf(Path directory) throws OpenWhiskFailure {
    try {
      return ClassPathEntry.in(directory.toRealPath());
    } catch (IOException e) {
      throw new OpenWhiskFailure("%s cannot be read: %s".formatted(directory, e.getMessage()));
    }
  }

  private static List<ClassPathEntry> withoutCopies(List<ClassPathEntry> entries) {
    Set<String> seen = new HashSet<>();
    return entries.stream().filter(entry -> entry.mark().map(seen::add).orElse(true)).toList();
  }

  private static boolean lacks(List<ClassPathEntry> entries, String resource) {
    return entries.stream().noneMatch(entry -> entry.has(resource));
  }

  private static Set<Toolkit> toolkits(List<ClassPathEntry> entries) {
    Set<Toolkit> found = new HashSet<>();
    Stream.of(Toolkit.values())
        .filter(toolkit -> !lacks(entries, toolkit.evidence()))
        .forEach(found::add);
    return found;
  }

  private static String shortage(
      Path directory, List<ClassPathEntry> entries, List<String> missing, Set<Toolkit> toolkits) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s does not hold a whole OpenWhisk. In its %d jars and class directories (eight levels deep) there is no:"
            .formatted(directory, entries.size()));
    missing.forEach(text::append);
    if (toolkits.isEmpty()) {
      text.append(
          "%n  %s or %s (akka-actor or pekko-actor)"
              .formatted(Toolkit.AKKA.evidence(), Toolkit.PEKKO.evidence()));
    } else if (toolkits.size() > 1) {
      text.append("%n  single toolkit: both Akka and Pekko are there".formatted());
    }
    entries.stream()
        .filter(ClassPathEntry::isSpringBoot)
        .findFirst()
        .ifPresent(
            entry ->
                text.append(
                    "%n%s holds jars in itself: name it instead of its directory."
                        .formatted(entry.path().getFileName())));
    return text.toString();
  }
}
