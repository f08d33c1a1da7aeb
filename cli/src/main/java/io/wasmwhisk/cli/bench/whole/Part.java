// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.time.Duration;
import java.util.List;

/**
 * One bench of the whole.
 *
 * @param name of the subcommand, and of its files
 * @param arguments of the subcommand, without those for its files
 * @param most it is ended after so long, and what those before it have left of their time
 */
public record Part(String name, List<String> arguments, Duration most) {
  /** Copies the list. */
  public Part {
    arguments = List.copyOf(arguments);
  }

  /** As a user would type it. */
  String command() {
    return "wasmwhisk bench %s %s".formatted(name, String.join(" ", arguments)).strip();
  }
}
