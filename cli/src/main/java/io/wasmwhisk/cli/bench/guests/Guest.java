// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import io.wasmwhisk.cli.bench.contender.Work;

/**
 * A program that greets.
 *
 * @param toolchain what made it
 */
public record Guest(String toolchain, Work work) {
  /** As people select it. */
  public String name() {
    return work.name();
  }
}
