// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.path;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.wasi.abi.Structures;

/** {@code lookupflags}. */
final class Lookup {
  private static final int SYMLINK_FOLLOW = 1;

  private Lookup() {}

  /** Whether a symbolic link at a path's end is followed. */
  static boolean follow(long lookupflags) throws FileException {
    return Structures.known(lookupflags, SYMLINK_FOLLOW) != 0;
  }
}
