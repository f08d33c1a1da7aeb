// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.util.Locale;

/** A guest's two output streams. */
public enum StandardStream {
  STDOUT,
  STDERR;

  /** The name that OpenWhisk's log lines carry: {@code stdout} or {@code stderr}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
