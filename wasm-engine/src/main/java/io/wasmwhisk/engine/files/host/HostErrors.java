// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The host's exceptions as errors of ours. Their texts, which name host paths, go no further. */
final class HostErrors {
  /**
   * What {@code strerror} says, for which the JDK has no exception types. Where the JVM's locale is
   * not English these become input/output errors.
   */
  private static final Map<String, FileError> REASONS =
      Map.ofEntries(
          Map.entry("Directory not empty", FileError.NOT_EMPTY),
          Map.entry("Disk quota exceeded", FileError.NO_SPACE),
          Map.entry("Device or resource busy", FileError.BUSY),
          Map.entry("File name too long", FileError.NAME_TOO_LONG),
          Map.entry("File too large", FileError.FILE_TOO_LARGE),
          Map.entry("Invalid argument", FileError.INVALID),
          Map.entry("Invalid cross-device link", FileError.CROSS_DEVICE),
          Map.entry("Is a directory", FileError.IS_DIRECTORY),
          Map.entry("No space left on device", FileError.NO_SPACE),
          Map.entry("Not a directory", FileError.NOT_DIRECTORY),
          Map.entry("Operation not permitted", FileError.NOT_PERMITTED),
          Map.entry("Read-only file system", FileError.READ_ONLY),
          Map.entry("Too many levels of symbolic links", FileError.LOOP),
          // What the JDK makes of the same where links must not be followed.
          Map.entry(
              "Too many levels of symbolic links or unable to access attributes of symbolic link",
              FileError.LOOP),
          Map.entry("Too many levels of symbolic links (NOFOLLOW_LINKS specified)", FileError.LOOP),
          Map.entry("Too many links", FileError.TOO_MANY_LINKS),
          Map.entry("Too many open files", FileError.TOO_MANY_OPEN),
          Map.entry("Too many open files in system", FileError.TOO_MANY_OPEN));

  private HostErrors() {}

  static FileException translate(IOException thrown) {
    return thrown instanceof FileException known ? known : new FileException(error(thrown));
  }

  private static FileError error(IOException thrown) {
    return switch (thrown) {
      case NoSuchFileException e -> FileError.NOT_FOUND;
      case FileAlreadyExistsException e -> FileError.EXISTS;
      case DirectoryNotEmptyException e -> FileError.NOT_EMPTY;
      case AccessDeniedException e -> FileError.ACCESS_DENIED;
      case NotDirectoryException e -> FileError.NOT_DIRECTORY;
      case AtomicMoveNotSupportedException e -> FileError.CROSS_DEVICE;
      case CharacterCodingException e -> FileError.ILLEGAL_NAME;
      case FileSystemException e -> byReason(e.getReason());
      default -> byReason(thrown.getMessage());
    };
  }

  private static FileError byReason(@Nullable String reason) {
    return reason == null ? FileError.IO : REASONS.getOrDefault(reason, FileError.IO);
  }
}
