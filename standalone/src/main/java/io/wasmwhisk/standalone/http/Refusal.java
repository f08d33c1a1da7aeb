// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

/** Ends the handling of a request with an answer, from however deep. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  public Refusal(Answer answer) {
    super(answer.toString(), null, false, false);
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
