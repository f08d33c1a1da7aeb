// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

/** The engine that the suite runs on: the build runs it once on each. */
public final class SuiteEngine {
  /** A system property with its name. */
  public static final String PROPERTY = "wasmwhisk.suite.engine";

  /** {@link EngineChoice#AUTO} without the property: then a guest may have either. */
  public static final EngineChoice CHOICE =
      EngineChoice.of(System.getProperty(PROPERTY, EngineChoice.AUTO.word()));

  public static final EngineSettings SETTINGS = EngineSettings.DEFAULTS.withEngine(CHOICE);

  private SuiteEngine() {}
}
