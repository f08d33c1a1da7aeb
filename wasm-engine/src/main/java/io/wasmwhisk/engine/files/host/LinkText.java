// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.nio.file.Path;

/**
 * Targets of symbolic links. The JDK's paths lose a slash at the end, by which a target says that
 * it must be a directory; {@code /.} says the same and stays.
 */
final class LinkText {
  /** What the JDK reads where bytes are no text. */
  private static final char UNREADABLE = '\uFFFD';

  private LinkText() {}

  /** A guest's target as it is written. */
  static String toWrite(String target) {
    return target.endsWith("/") ? target + "." : target;
  }

  /** What was written, as a guest sees it. */
  static String read(Path target) throws FileException {
    String text = target.toString();
    if (text.indexOf(UNREADABLE) >= 0) {
      throw new FileException(FileError.ILLEGAL_NAME);
    }
    return text.endsWith("/.") ? text.substring(0, text.length() - 1) : text;
  }
}
