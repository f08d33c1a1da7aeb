// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JVM needs so that GraalWasm compiles guest code to machine code (docs/operations.md), and
 * what this one lacks of it: without it guests are interpreted. A JVM that cannot have it starts
 * with a warning; one that is only not told to is a mistake.
 */
public final class Compilation {
  /** The one Java that this Graal compiler is for. */
  static final int JAVA = 25;

  /** JVMCI, by which the compiler is reached; a JVM has it among its modules once it is told. */
  static final String INTERFACE = "jdk.internal.vm.ci";

  /** The compiler itself, of the plugin's directory {@code graal-compiler}. */
  static final String COMPILER = "jdk.graal.compiler";

  /** What GraalWasm compiles SIMD instructions by. */
  static final String VECTORS = "jdk.incubator.vector";

  private static final int AVX_512 = 3;

  private static final String OPTIONS = "the plugin's jvm-25.options";

  private static final String COST = ", 70 to 270 times slower than native. ";

  private Compilation() {}

  /** What to do so that guest code is compiled, where it was found to be interpreted. */
  public static String advice(Jvm jvm) {
    return "Guest code is only interpreted on this JVM" + COST + obstacle(jvm);
  }

  /** What to do so that GraalWasm compiles guest code, where Endive runs it instead. */
  public static String takenOver(Jvm jvm) {
    return "GraalWasm would only interpret guest code on this JVM"
        + COST
        + "So Endive runs it, but for modules that only GraalWasm can run, such as those with SIMD. "
        + obstacle(jvm);
  }

  /**
   * What is wrong where code is interpreted although this JVM could compile it: an option or a
   * place to write. Empty where all is there, and where nothing that can be set would help.
   */
  public static Optional<String> mistake(Jvm jvm) {
    return cannotCompile(jvm).isPresent()
        ? Optional.empty()
        : settable(jvm)
            .map(
                problem ->
                    "GraalWasm would only interpret guest code"
                        + COST
                        + problem
                        + " To start all the same, on the other engine, set whisk.wasm.engine = endive.");
  }

  private static String obstacle(Jvm jvm) {
    return cannotCompile(jvm).or(() -> settable(jvm)).orElseGet(() -> wrongCompiler(jvm));
  }

  /** Why nothing that can be set would help: another Java is needed. */
  private static Optional<String> cannotCompile(Jvm jvm) {
    if (jvm.feature() != JAVA) {
      return Optional.of(
          String.format(
              "It is compiled on Java %d only: start the invoker with a JRE %d and the options of %s.",
              JAVA, JAVA, OPTIONS));
    }
    if (!jvm.hasCompilerInterface()) {
      return Optional.of(
          String.format(
              "The Java in %s lacks the module %s, by which code is compiled: take another Java %d, Eclipse Temurin for instance, and the options of %s.",
              jvm.home(), INTERFACE, JAVA, OPTIONS));
    }
    return Optional.empty();
  }

  /** What to set on a JVM that could compile, where something is not set. */
  private static Optional<String> settable(Jvm jvm) {
    List<String> options = missingOptions(jvm);
    return options.isEmpty()
        ? LibraryCache.problem(System.getProperties(), System.getenv())
        : Optional.of(
            String.format(
                "Start the JVM with %s: all options are in %s.",
                String.join(" ", options), OPTIONS));
  }

  private static String wrongCompiler(Jvm jvm) {
    return String.format(
        "The compiler %s does not fit Java %s: take the plugin's directory graal-compiler as it is.",
        jvm.place(COMPILER), jvm.version());
  }

  private static List<String> missingOptions(Jvm jvm) {
    List<String> options = new ArrayList<>();
    if (!jvm.hasModule(INTERFACE)) {
      options.add("-XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI");
    }
    if (!jvm.hasModule(COMPILER)) {
      options.add("--upgrade-module-path=DIRECTORY/graal-compiler" + wrongPath(jvm));
    }
    return options;
  }

  private static String wrongPath(Jvm jvm) {
    return jvm.upgradePath()
        .map(path -> String.format(" (in %s there is no module %s)", path, COMPILER))
        .orElse("");
  }

  /** What keeps some guests from being fast where code is compiled. */
  public static List<String> hints(Jvm jvm) {
    List<String> hints = new ArrayList<>();
    if (!jvm.hasModule(VECTORS)) {
      hints.add(
          "Modules with SIMD instructions run about 35 times slower than they could: start the JVM with --add-modules="
              + VECTORS
              + ".");
    }
    if (jvm.avx() >= AVX_512) {
      hints.add(
          "On this processor, which has AVX-512, functions that convert u64 to f64 stay interpreted: start the JVM with -XX:UseAVX=2.");
    }
    return hints;
  }
}
