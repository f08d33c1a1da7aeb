// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

/**
 * A kind that is measured.
 *
 * @param name as the server has it, {@code wasm} or {@code nodejs:20} for instance
 * @param language of its actions
 */
public record Kind(String name, Language language) {
  /** The name as a part of an action's. */
  public String word() {
    return name.replaceAll("[^A-Za-z0-9]", "-");
  }
}
