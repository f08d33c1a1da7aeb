// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A jar, or a directory of classes or resources.
 *
 * @param path where it is
 * @param resources the names of its files, as entries of a jar
 */
record ClassPathEntry(Path path, Set<String> resources) {
  private static final String OPENWHISK = "org/apache/openwhisk/";
  private static final String SPRING_BOOT = "BOOT-INF/lib/";
  private static final int DEPTH = 8;

  /** Copies the set. */
  ClassPathEntry {
    resources = Set.copyOf(resources);
  }

  /**
   * All that are in a directory, at most a few levels down, those of OpenWhisk itself first.
   *
   * @throws IOException when it cannot be read
   */
  static List<ClassPathEntry> in(Path directory) throws IOException {
    List<ClassPathEntry> found = new ArrayList<>();
    Files.walkFileTree(
        directory,
        Set.of(java.nio.file.FileVisitOption.FOLLOW_LINKS),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            if (!holdsClasses(visited)) {
              return FileVisitResult.CONTINUE;
            }
            found.add(ofDirectory(visited));
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes)
              throws IOException {
            if (isJar(visited)) {
              found.add(ofJar(visited));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return Stream.concat(
            found.stream().filter(ClassPathEntry::isOpenWhisk),
            found.stream().filter(entry -> !entry.isOpenWhisk()))
        .toList();
  }

  private static boolean isJar(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar")
        && !name.endsWith("-sources.jar")
        && !name.endsWith("-javadoc.jar")
        && !name.endsWith("-tests.jar");
  }

  /** Classes of OpenWhisk, or what lies beside them in a directory of its own: configuration. */
  private static boolean holdsClasses(Path directory) throws IOException {
    Path packages = directory.resolve("org/apache/openwhisk");
    if (Files.isDirectory(packages)) {
      try (Stream<Path> files = Files.walk(packages, DEPTH)) {
        return files.anyMatch(file -> file.toString().endsWith(".class"));
      }
    }
    return directory.endsWith("resources/main");
  }

  private static ClassPathEntry ofDirectory(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return new ClassPathEntry(
          directory,
          files
              .filter(Files::isRegularFile)
              .map(file -> directory.relativize(file).toString().replace('\\', '/'))
              .collect(Collectors.toSet()));
    }
  }

  private static ClassPathEntry ofJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return new ClassPathEntry(
          jar, zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
    } catch (ZipException e) {
      throw new IOException("%s is no jar: %s".formatted(jar, e.getMessage()), e);
    }
  }

  boolean has(String resource) {
    return resources.contains(resource);
  }

  boolean isOpenWhisk() {
    return resources.stream().anyMatch(ClassPathEntry::isOpenWhiskClass);
  }

  /** Whether it is an executable jar of Spring Boot's, which holds jars and no classes. */
  boolean isSpringBoot() {
    return resources.stream().anyMatch(name -> name.startsWith(SPRING_BOOT));
  }

  /** A class that tells one part of OpenWhisk from another; the same in two copies of one part. */
  Optional<String> mark() {
    return resources.stream().filter(ClassPathEntry::isOpenWhiskClass).sorted().findFirst();
  }

  private static boolean isOpenWhiskClass(String name) {
    return name.startsWith(OPENWHISK) && name.endsWith(".class");
  }
}
