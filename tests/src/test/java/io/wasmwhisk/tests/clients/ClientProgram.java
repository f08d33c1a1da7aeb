// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import io.wasmwhisk.tests.cli.Tool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that a test needs and that not every machine has. */
public final class ClientProgram {
  private ClientProgram() {}

  /** Skips the test where one is missing; on CI, where they are installed, it fails. */
  public static void require(String... names) {
    List<String> missing = Stream.of(names).filter(name -> Tool.find(name).isEmpty()).toList();
    if (!missing.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("not on the PATH of this CI machine: " + missing);
    }
    Assumptions.assumeTrue(missing.isEmpty(), () -> "not on the PATH: " + missing);
  }
}
