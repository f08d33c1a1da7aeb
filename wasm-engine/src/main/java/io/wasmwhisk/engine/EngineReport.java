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
    String engine, String implementation, boolean compiles, String javaVersion) {}
