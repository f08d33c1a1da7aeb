// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import io.wasmwhisk.engine.files.tree.FileError;

/** The error numbers that calls here return (preview 1, {@code errno}), under its own names. */
public enum Errno {
  SUCCESS(0),
  ACCES(2),
  AGAIN(6),
  BADF(8),
  BUSY(10),
  EXIST(20),
  FAULT(21),
  FBIG(22),
  ILSEQ(25),
  INVAL(28),
  IO(29),
  ISDIR(31),
  LOOP(32),
  MLINK(34),
  NAMETOOLONG(37),
  NFILE(41),
  NOENT(44),
  NOSPC(51),
  NOTDIR(54),
  NOTEMPTY(55),
  NOTSOCK(57),
  NOTSUP(58),
  PERM(63),
  PIPE(64),
  ROFS(69),
  SPIPE(70),
  XDEV(75),
  NOTCAPABLE(76);

  private final int code;

  Errno(int code) {
    this.code = code;
  }

  /** The number as the guest sees it. */
  public int code() {
    return code;
  }

  /** The number for a file error. */
  public static Errno of(FileError error) {
    return switch (error) {
      case ACCESS_DENIED -> ACCES;
      case BAD_DESCRIPTOR -> BADF;
      case BROKEN_PIPE -> PIPE;
      case BUSY -> BUSY;
      case CROSS_DEVICE -> XDEV;
      case EXISTS -> EXIST;
      case FILE_TOO_LARGE -> FBIG;
      case ILLEGAL_NAME -> ILSEQ;
      case INVALID -> INVAL;
      case IO -> IO;
      case IS_DIRECTORY -> ISDIR;
      case LOOP -> LOOP;
      case NAME_TOO_LONG -> NAMETOOLONG;
      case NOT_CAPABLE, OUTSIDE -> NOTCAPABLE;
      case NOT_DIRECTORY -> NOTDIR;
      case NOT_EMPTY -> NOTEMPTY;
      case NOT_FOUND -> NOENT;
      case NOT_PERMITTED -> PERM;
      case NOT_SEEKABLE -> SPIPE;
      case NOT_SUPPORTED -> NOTSUP;
      case NO_SPACE -> NOSPC;
      case READ_ONLY -> ROFS;
      case TOO_MANY_LINKS -> MLINK;
      case TOO_MANY_OPEN -> NFILE;
      case WOULD_BLOCK -> AGAIN;
    };
  }
}
