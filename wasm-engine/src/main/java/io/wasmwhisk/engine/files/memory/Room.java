// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

/** Who gives the heap that a file system takes, beyond its own limits. */
public interface Room {
  /** As much as the limits allow. */
  Room UNBOUNDED =
      new Room() {
        @Override
        public boolean tryTake(long bytes) {
          return true;
        }

        @Override
        public void giveBack(long bytes) {}
      };

  /** Takes bytes, before they are allocated; false when there are none. */
  boolean tryTake(long bytes);

  /** Bytes that were taken are no longer used. */
  void giveBack(long bytes);
}
