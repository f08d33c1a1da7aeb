// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import io.wasmwhisk.engine.limits.CapturedLine;
import org.jspecify.annotations.Nullable;

/**
 * What an action's last line of stdout is (OpenWhisk's convention for native actions, see its
 * {@code docs/actions-docker.md}).
 */
public sealed interface ActionOutput {
  /** Bytes of a line that is no result which are shown. */
  int SHOWN_BYTES = 200;

  /**
   * A JSON object or array.
   *
   * @param json as written
   */
  record Json(String json) implements ActionOutput {
    /** Whether it is an object with a member {@code error}. */
    public boolean hasError() {
      return JsonText.hasMember(json, "error");
    }
  }

  /**
   * More than allowed.
   *
   * @param prefix its first bytes
   * @param length all of its bytes
   */
  record TooLarge(String prefix, long length) implements ActionOutput {}

  /** Allowed, but there was no memory to keep it. */
  record Lost() implements ActionOutput {}

  /**
   * Something else.
   *
   * @param line what it is, shortened; empty when there was no line
   * @param reason why it is no result
   */
  record Bad(String line, String reason) implements ActionOutput {}

  /**
   * Reads the last line.
   *
   * @param line the last line of stdout; null when there is none
   * @param mostBytes bytes allowed
   * @param prefixBytes bytes shown of one that is too large
   */
  static ActionOutput of(@Nullable CapturedLine line, long mostBytes, long prefixBytes) {
    if (line == null) {
      return new Bad("", "nothing was written");
    }
    if (line.length() > mostBytes) {
      return new TooLarge(line.text(prefixBytes), line.length());
    }
    if (!line.whole()) {
      return new Lost();
    }
    String text = line.text(mostBytes).strip();
    @Nullable String problem = JsonText.problem(text);
    return problem == null ? new Json(text) : new Bad(line.text(SHOWN_BYTES), problem);
  }
}
