// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

/** A directory of some file system, kept between operations. */
public interface Directory {
  /** What operations on this file system exclude each other with; held for the whole of each. */
  Object monitor();

  /**
   * The directory for one operation, when it is still the one that was kept. Whoever enters closes.
   *
   * @throws FileException {@link FileError#NOT_FOUND} when it was removed or moved
   */
  OpenDirectory enter() throws FileException;
}
