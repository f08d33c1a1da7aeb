// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

/**
 * Which engine runs guests on this JVM, and how well.
 *
 * @param engine the engine's name, {@code graalwasm} for instance
 * @param implementation its own words for how it executes, {@code GraalVM CE} or {@code
 *     Interpreted} for instance
 * @param compiles whether guest code becomes machine code; without it guests run 70 to 270 times
 *     slower than native
 * @param javaVersion the JVM's version
 */
public record EngineReport(
    String engine, String implementation, boolean compiles, String javaVersion) {

  /** What to do where guest code is only interpreted; empty where it is compiled. */
  public String advice() {
    return compiles
        ? ""
        : "Guest code is only interpreted on this JVM (%s, Java %s), 70 to 270 times slower than native. To compile it, use JDK 25 and start the JVM with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI, --upgrade-module-path=<directory of the Graal compiler's jars> and --add-modules=jdk.incubator.vector."
            .formatted(implementation, javaVersion);
  }
}
