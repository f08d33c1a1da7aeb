// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.cli.openwhisk.OpenWhiskFailure;
import java.nio.file.Path;

/** The directory of a real OpenWhisk, where the build was told one. */
public final class RealOpenWhisk {
  /** What tells it; tests that need one are skipped without. */
  public static final String PROPERTY = "openwhisk.lib";

  /** Why they are. */
  public static final String NONE =
      "no real OpenWhisk to test with: -Dopenwhisk.lib=DIR names the directory of its jars or classes (docs/testing.md)";

  private RealOpenWhisk() {}

  /**
   * The classes in it.
   *
   * @throws OpenWhiskFailure when the directory holds no OpenWhisk
   */
  public static OpenWhiskClasses classes() throws OpenWhiskFailure {
    return OpenWhiskClasses.in(Path.of(System.getProperty(PROPERTY, "")));
  }
}
