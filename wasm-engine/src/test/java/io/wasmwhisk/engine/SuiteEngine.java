// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

/**
 * The engine that the suite runs on: the build runs it once on each, by the system property {@code
 * wasmwhisk.suite.engine}. Without it {@code auto}, where a guest may have either.
 */
public final class SuiteEngine {
  public static final EngineSettings SETTINGS =
      EngineSettings.DEFAULTS.withEngine(
          EngineChoice.of(System.getProperty("wasmwhisk.suite.engine", EngineChoice.AUTO.word())));

  private SuiteEngine() {}
}
