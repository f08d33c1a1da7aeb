// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** {@code {"error": …}}, the form in which runtimes tell errors. */
final class ErrorJson {
  private ErrorJson() {}

  static String of(String message) {
    return "{\"error\":\""
        + new String(JsonStringEncoder.getInstance().quoteAsString(message))
        + "\"}";
  }
}
