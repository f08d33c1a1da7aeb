// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.cli.openwhisk.OpenWhiskFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The directory of a real OpenWhisk, where the build was told one. */
final class RealOpenWhisk {
  private static final String PROPERTY = "openwhisk.lib";
  private static final String NONE =
      "no real OpenWhisk to test with: -D%s=DIR names the directory of its jars or classes (docs/testing.md)"
          .formatted(PROPERTY);

  private RealOpenWhisk() {}

  /** Skips the test where there is none, fails it where the directory does not hold one. */
  static OpenWhiskClasses require() throws OpenWhiskFailure {
    String directory = System.getProperty(PROPERTY, "");
    if (directory.isEmpty()) {
      System.out.println("Skipped: " + NONE);
    }
    Assumptions.assumeFalse(directory.isEmpty(), NONE);
    return OpenWhiskClasses.in(Path.of(directory));
  }
}
