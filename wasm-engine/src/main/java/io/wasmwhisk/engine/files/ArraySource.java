// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

/** Input that is all there; never waits. */
final class ArraySource implements ByteSource {
  private final byte[] bytes;
  private int position;

  ArraySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count = Math.min(length, bytes.length - position);
    if (count == 0) {
      return END;
    }
    System.arraycopy(bytes, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return position == bytes.length ? END : bytes.length - position;
  }

  @Override
  public void await(long nanos) {}
}
