// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

/** Why an operation on a file failed, in POSIX's words but in nobody's numbers. */
public enum FileError {
  ACCESS_DENIED("permission denied"),
  BAD_DESCRIPTOR("bad file descriptor"),
  BROKEN_PIPE("broken pipe"),
  BUSY("device or resource busy"),
  CROSS_DEVICE("cross-device link"),
  EXISTS("file exists"),
  FILE_TOO_LARGE("file too large"),
  ILLEGAL_NAME("illegal byte sequence in a name"),
  INVALID("invalid argument"),
  IO("input/output error"),
  IS_DIRECTORY("is a directory"),
  LOOP("too many levels of symbolic links"),
  NAME_TOO_LONG("name too long"),
  NOT_CAPABLE("the descriptor was not given this right"),
  NOT_DIRECTORY("not a directory"),
  NOT_EMPTY("directory not empty"),
  NOT_FOUND("no such file or directory"),
  NOT_PERMITTED("operation not permitted"),
  NOT_SEEKABLE("illegal seek"),
  NOT_SUPPORTED("not supported"),
  NO_SPACE("no space left"),
  OUTSIDE("the path leaves the directory that it starts from"),
  READ_ONLY("read-only file system"),
  TOO_MANY_LINKS("too many links"),
  TOO_MANY_OPEN("too many open files"),
  WOULD_BLOCK("resource temporarily unavailable");

  private final String words;

  FileError(String words) {
    this.words = words;
  }

  /** The error as a person reads it. */
  public String words() {
    return words;
  }
}
