// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

/** What became of a test. */
sealed interface Verdict {
  /** It did what its specification says. */
  record Passed() implements Verdict {}

  /**
   * It did something else.
   *
   * @param reason what was expected and what was found, and what the test said about it
   */
  record Failed(String reason) implements Verdict {}

  /**
   * It was not run.
   *
   * @param reason what it needs
   */
  record Skipped(String reason) implements Verdict {}
}
