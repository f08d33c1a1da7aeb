// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The directories that one operation holds open, from the granted one downwards. Each was opened by
 * a single name below the one before, and never through a symbolic link, so that all of them are
 * below the grant whatever happens to their names meanwhile.
 */
final class OpenChain implements AutoCloseable {
  private final List<SecureDirectoryStream<Path>> opened = new ArrayList<>();

  OpenChain(HostGrant grant) throws IOException {
    opened.add(grant.enter());
  }

  /** The granted directory. */
  SecureDirectoryStream<Path> top() {
    return opened.get(0);
  }

  /** Opens the directory of a single name. */
  SecureDirectoryStream<Path> open(SecureDirectoryStream<Path> parent, Path name)
      throws IOException {
    SecureDirectoryStream<Path> child = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    opened.add(child);
    return child;
  }

  @Override
  public void close() {
    for (SecureDirectoryStream<Path> stream : opened) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new IllegalStateException("a directory that was read cannot be closed", e);
      }
    }
  }
}
