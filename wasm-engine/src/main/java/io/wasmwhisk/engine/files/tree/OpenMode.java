// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

/**
 * How a regular file is opened.
 *
 * @param read the content will be read
 * @param write the content will be changed
 * @param create a missing file is made
 * @param exclusive an existing file is an error; only with {@code create}
 * @param truncate an existing file is emptied
 */
public record OpenMode(
    boolean read, boolean write, boolean create, boolean exclusive, boolean truncate) {

  /** Whether opening this way may change the file system. */
  public boolean changes() {
    return write || create || truncate;
  }
}
