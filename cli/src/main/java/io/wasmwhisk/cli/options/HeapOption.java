// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How large the heap is of a server that a bench starts. */
public final class HeapOption {
  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description =
          "the -Xmx of the server that is started (default: 1g; 4g where thousands run at once)")
  private @Nullable String size;

  /** As {@code -Xmx} takes it. */
  public String size() {
    return size("1g");
  }

  /** The same, with another default. */
  public String size(String otherwise) {
    return size == null ? otherwise : size;
  }
}
