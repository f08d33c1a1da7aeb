// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

import java.io.IOException;

/**
 * A file operation that failed in a way the guest is told about. Carries no stack: a guest that
 * asks for a missing file is no fault of the host. An {@link IOException}, so that streams which
 * the host lends may throw it to choose the error.
 */
public final class FileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final FileError error;

  /**
   * @param error what went wrong
   */
  public FileException(FileError error) {
    super(error.words());
    this.error = error;
  }

  /** What went wrong. */
  public FileError error() {
    return error;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
