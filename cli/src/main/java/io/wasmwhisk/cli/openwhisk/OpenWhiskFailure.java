// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

/** A real OpenWhisk that cannot be started; the message is for the user. */
public final class OpenWhiskFailure extends Exception {
  private static final long serialVersionUID = 1L;

  OpenWhiskFailure(String message) {
    super(message);
  }
}
