// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the user names. */
public final class FileBytes {
  private FileBytes() {}

  /**
   * The bytes of a file.
   *
   * @throws CommandFailure when it cannot be read; the message says why
   */
  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Makes sure that somebody else can read a file.
   *
   * @throws CommandFailure when it cannot be read; the message says why
   */
  public static void requireReadable(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      int unused = in.read();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static CommandFailure unreadable(Path file, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException gone -> "there is no such file";
          case AccessDeniedException denied -> "permission denied";
          case CharacterCodingException coding -> "it is not UTF-8 text";
          default -> Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
        };
    return new CommandFailure(
        ExitCode.UNREADABLE_FILE, "%s cannot be read: %s.".formatted(file, reason));
  }
}
