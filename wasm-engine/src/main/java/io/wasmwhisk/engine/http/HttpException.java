// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

/** A request that failed in a way the guest is told about. Carries neither stack nor URL. */
public final class HttpException extends Exception {
  private static final long serialVersionUID = 1L;

  private final HttpError error;

  /**
   * @param error what the guest is told
   */
  public HttpException(HttpError error) {
    super(error.name(), null, false, false);
    this.error = error;
  }

  /** What the guest is told. */
  public HttpError error() {
    return error;
  }
}
