// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import java.util.List;

/** The configuration cannot be used; the message lists every problem, one a line, with its key. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidSettingsException(List<String> problems) {
    super("the configuration cannot be used:\n  " + String.join("\n  ", problems));
  }
}
