// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import picocli.CommandLine.Option;

/** How large the heap is of a server that a bench starts. */
final class HeapOption {
  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "the -Xmx of the server that is started (default: ${DEFAULT-VALUE})")
  private String size = "";

  /** As {@code -Xmx} takes it. */
  String size() {
    return size;
  }
}
