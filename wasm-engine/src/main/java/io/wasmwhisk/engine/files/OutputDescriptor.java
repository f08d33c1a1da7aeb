// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import java.io.IOException;

/** Standard output or standard error. */
public final class OutputDescriptor extends Descriptor {
  private final ByteSink sink;
  private final NodeType type;

  OutputDescriptor(ByteSink sink, boolean terminal) {
    this.sink = sink;
    this.type = terminal ? NodeType.CHARACTER_DEVICE : NodeType.UNKNOWN;
  }

  @Override
  public NodeType type() {
    return type;
  }

  @Override
  public int write(byte[] source, int offset, int length) throws FileException {
    if (length == 0) {
      return 0;
    }
    try {
      return sink.write(source, offset, length);
    } catch (IOException e) {
      throw translate(e);
    }
  }

  static FileException translate(IOException thrown) {
    return thrown instanceof FileException known ? known : new FileException(FileError.IO);
  }
}
