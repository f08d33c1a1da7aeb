// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.nio.file.Path;

/**
 * Where Endive's classes are kept between two starts.
 *
 * @param directory this user's alone; made where it is not there
 * @param bytes size of all that is kept at most; what was unused longest goes
 */
public record ClassCache(Path directory, long bytes) {
  /** Checks the range. */
  public ClassCache {
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "class cache of %d bytes must be at least 1; without a directory there is none"
              .formatted(bytes));
    }
  }
}
