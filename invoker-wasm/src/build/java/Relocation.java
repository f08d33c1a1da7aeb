// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Copies class files for OpenWhisk on Pekko: {@code akka} becomes {@code org.apache.pekko}, and a
 * package may get another name, so that the copies stand beside their originals. By package and not
 * by list: a new class needs no line anywhere. Only names that the JVM links are changed, and no
 * string constants: they name classes and settings of OpenWhisk's, which are the same on both.
 *
 * <p>A program of one file, run from its source by the build (docs/decisions/0010); with asm and
 * asm-commons on its class path.
 */
public final class Relocation {
  private static final String CLASS = ".class";
  private static final String AKKA = "akka/";
  private static final String PEKKO = "org/apache/pekko/";

  /** Akka has a copy of this library, Pekko takes the library itself. */
  private static final String PARBOILED = "parboiled2/";

  private static final String PARBOILED_ITSELF = "org/parboiled2/";

  /** The package with its slash at the end, or empty when packages keep their names. */
  private final String from;

  private final String to;

  /** A class of the package that is not copied: it is the same for both. */
  private final String shared;

  private Relocation(String from, String to, String shared) {
    this.from = from;
    this.to = to;
    this.shared = shared;
  }

  /**
   * @param arguments the directory of class files, the directory for the copies (emptied before at
   *     the new name of the package), and optionally the package to copy, its new name and the class
   *     in it that is shared; without a package all is copied, under its own name
   */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    Path copies = Path.of(arguments[1]);
    Relocation relocation =
        arguments.length == 2
            ? new Relocation("", "", "")
            : new Relocation(
                slashed(arguments[2]) + "/",
                slashed(arguments[3]) + "/",
                arguments.length > 4 ? slashed(arguments[4]) : "");
    relocation.copyAll(classes, copies);
  }

  private static String slashed(String name) {
    return name.replace('.', '/');
  }

  private void copyAll(Path classes, Path copies) throws IOException {
    delete(copies.resolve(to));
    List<Path> originals;
    try (Stream<Path> files = Files.walk(classes.resolve(from))) {
      originals = files.filter(Files::isRegularFile).toList();
    }
    for (Path original : originals) {
      String path = classes.relativize(original).toString().replace('\\', '/');
      boolean isClass = path.endsWith(CLASS);
      String name = isClass ? path.substring(0, path.length() - CLASS.length()) : path;
      if (!name.equals(shared)) {
        byte[] content = Files.readAllBytes(original);
        Path copy = copies.resolve(renamed(name) + (isClass ? CLASS : ""));
        Files.createDirectories(copy.getParent());
        Files.write(copy, isClass ? relocated(content) : content);
      }
    }
  }

  private String renamed(String name) {
    if (name.startsWith(AKKA + PARBOILED)) {
      return PARBOILED_ITSELF + name.substring(AKKA.length() + PARBOILED.length());
    }
    if (name.startsWith(AKKA)) {
      return PEKKO + name.substring(AKKA.length());
    }
    boolean isCopied = name.startsWith(from) && !name.equals(shared);
    return isCopied ? to + name.substring(from.length()) : name;
  }

  private byte[] relocated(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    Remapper names =
        new Remapper() {
          @Override
          public String map(String internalName) {
            return renamed(internalName);
          }
        };
    new ClassReader(classFile).accept(new ClassRemapper(writer, names), 0);
    return writer.toByteArray();
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
