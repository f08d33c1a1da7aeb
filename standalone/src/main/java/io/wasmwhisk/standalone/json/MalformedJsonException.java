// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.json;

/**
 * A text that is no JSON, is nested too deeply, or has not the shape that was asked for; the
 * message is for the caller.
 */
public final class MalformedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedJsonException(String message) {
    super(message);
  }
}
