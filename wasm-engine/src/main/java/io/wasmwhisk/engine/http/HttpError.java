// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

/**
 * Why a guest's call failed, with the numbers of {@code wasi-experimental-http} (its {@code
 * witx/wasi_experimental_http.witx}, {@code http_error}).
 */
public enum HttpError {
  SUCCESS(0),
  INVALID_HANDLE(1),
  MEMORY_NOT_FOUND(2),
  MEMORY_ACCESS_ERROR(3),
  BUFFER_TOO_SMALL(4),
  HEADER_NOT_FOUND(5),
  UTF8_ERROR(6),
  DESTINATION_NOT_ALLOWED(7),
  INVALID_METHOD(8),
  INVALID_ENCODING(9),
  INVALID_URL(10),
  REQUEST_ERROR(11),
  RUNTIME_ERROR(12),
  TOO_MANY_SESSIONS(13);

  private final int code;

  HttpError(int code) {
    this.code = code;
  }

  /** The number that a guest gets. */
  public int code() {
    return code;
  }
}
