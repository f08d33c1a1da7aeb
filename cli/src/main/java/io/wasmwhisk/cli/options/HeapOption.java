// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import picocli.CommandLine.Option;

/** How large the heap is of a server that a bench starts. */
public final class HeapOption {
  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "the -Xmx of the server that is started (default: ${DEFAULT-VALUE})")
  private String size = "";

  /** As {@code -Xmx} takes it. */
  public String size() {
    return size;
  }
}
