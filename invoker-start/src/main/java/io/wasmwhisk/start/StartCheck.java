// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import java.util.ArrayList;
import java.util.List;

/** What is asked before anything of the engine is touched. */
public final class StartCheck {
  /** GraalWasm's, and ours: the plugin's other classes are compiled for it. */
  private static final int LEAST_JAVA = 21;

  private StartCheck() {}

  /**
   * Whether this JVM, with what is on the class path, can run the engine.
   *
   * @param loader of the plugin's own classes
   * @throws StartFailure when it cannot, with all that is wrong
   */
  public static void check(Jvm jvm, ClassLoader loader) {
    List<String> problems = new ArrayList<>();
    if (jvm.feature() < LEAST_JAVA) {
      problems.add(tooOld(jvm));
    }
    problems.addAll(EngineJars.problems(loader));
    if (!problems.isEmpty()) {
      throw new StartFailure(String.join(" Also, ", problems));
    }
  }

  private static String tooOld(Jvm jvm) {
    return String.format(
        "it needs Java %d or newer, and Java %d to compile WebAssembly to machine code, but this is Java %s (%s in %s). Start the invoker with a JRE %d and the options of the plugin's jvm-%d.options.",
        LEAST_JAVA,
        Compilation.JAVA,
        jvm.version(),
        jvm.name(),
        jvm.home(),
        Compilation.JAVA,
        Compilation.JAVA);
  }
}
