// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

/**
 * How an open descriptor behaves.
 *
 * @param append every write goes to the end of the file
 * @param nonBlocking a read that would wait fails with {@code WOULD_BLOCK}
 * @param dataSync content is on the storage when a write returns
 * @param readSync as {@code dataSync}, for reads
 * @param sync content and attributes are on the storage when a write returns
 */
public record StatusFlags(
    boolean append, boolean nonBlocking, boolean dataSync, boolean readSync, boolean sync) {

  /** Nothing special. */
  public static final StatusFlags NONE = new StatusFlags(false, false, false, false, false);
}
