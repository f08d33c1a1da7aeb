// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import java.io.IOException;

/** Standard input. */
public final class InputDescriptor extends Descriptor {
  private final ByteSource source;
  private final NodeType type;

  InputDescriptor(ByteSource source, boolean terminal) {
    this.source = source;
    this.type = terminal ? NodeType.CHARACTER_DEVICE : NodeType.UNKNOWN;
  }

  @Override
  public NodeType type() {
    return type;
  }

  @Override
  public int read(byte[] target, int offset, int length)
      throws FileException, InterruptedException {
    if (length == 0) {
      return 0;
    }
    if (flags().nonBlocking() && readable() == 0) {
      throw new FileException(FileError.WOULD_BLOCK);
    }
    try {
      return Math.max(0, source.read(target, offset, length));
    } catch (IOException e) {
      throw OutputDescriptor.translate(e);
    }
  }

  @Override
  public long readable() throws FileException {
    try {
      return source.available();
    } catch (IOException e) {
      throw OutputDescriptor.translate(e);
    }
  }

  @Override
  public void awaitReadable(long nanos) throws InterruptedException {
    source.await(nanos);
  }
}
