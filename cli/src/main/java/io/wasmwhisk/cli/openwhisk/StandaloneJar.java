// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * OpenWhisk's {@code openwhisk-standalone.jar}: an executable jar of Spring Boot's, which holds
 * jars, as no class path may. It is unpacked once into the user's cache, under its SHA-256.
 */
final class StandaloneJar {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIB = "BOOT-INF/lib/";

  private StandaloneJar() {}

  /**
   * The directory of its jars and classes.
   *
   * @throws OpenWhiskFailure when it is no such jar; the message says what it is
   */
  static Path unpacked(Path jar) throws OpenWhiskFailure {
    return unpacked(jar, cache(System.getenv()));
  }

  /** {@code XDG_CACHE_HOME} as freedesktop.org's specification has it. */
  static Path cache(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("wasmwhisk");
  }

  static Path unpacked(Path jar, Path cache) throws OpenWhiskFailure {
    try {
      Path directory = cache.resolve("openwhisk-standalone-" + sha256(jar));
      if (!Files.isDirectory(directory)) {
        unpack(jar, directory);
      }
      return directory;
    } catch (ZipException e) {
      throw new OpenWhiskFailure("%s is no jar: %s".formatted(jar, e.getMessage()));
    } catch (IOException e) {
      throw new OpenWhiskFailure("%s cannot be unpacked into %s: %s".formatted(jar, cache, e));
    }
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whoever is interrupted, or second, leaves nothing half done behind. */
  private static void unpack(Path jar, Path directory) throws IOException, OpenWhiskFailure {
    Files.createDirectories(directory.getParent());
    Path half = Files.createTempDirectory(directory.getParent(), "unpacking");
    try {
      copyEntries(jar, half);
      Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | OpenWhiskFailure e) {
      delete(half);
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  private static void copyEntries(Path jar, Path target) throws IOException, OpenWhiskFailure {
    int jars = 0;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory() && (name.startsWith(CLASSES) || name.startsWith(LIB))) {
          copy(zip, entry, target);
          jars += name.startsWith(LIB) ? 1 : 0;
        }
      }
    }
    if (jars == 0) {
      throw new OpenWhiskFailure(
          "%s is not OpenWhisk's standalone jar: there are no jars in its %s. Name that jar, or a directory of all of OpenWhisk's jars."
              .formatted(jar, LIB));
    }
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new ZipException("its entry " + entry.getName() + " leads out of it");
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
