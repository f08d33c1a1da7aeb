// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.List;

/**
 * A directory of the host between two operations: the names that lead to it from the granted one,
 * and what it is recognised by. Nothing is held open.
 *
 * @param grant the granted directory
 * @param names one for each step down from there
 * @param key what it is recognised by
 */
record HostDirectory(HostGrant grant, List<Path> names, Object key) implements Directory {
  /**
   * How far below a grant a guest may go. An operation holds two descriptors of the host open for
   * each level.
   */
  static final int MAX_LEVELS = 256;

  /**
   * Resolving a path and acting on it are several steps of the host's. Between them no other guest
   * of this JVM may change a directory, whichever grant it comes from: grants can overlap.
   */
  static final Object MONITOR = new Object();

  HostDirectory {
    names = List.copyOf(names);
  }

  @Override
  public Object monitor() {
    return MONITOR;
  }

  @Override
  public OpenHostDirectory enter() throws FileException {
    try {
      return walk(new OpenChain(grant));
    } catch (IOException e) {
      throw gone(HostErrors.translate(e));
    }
  }

  private OpenHostDirectory walk(OpenChain chain) throws IOException {
    try {
      SecureDirectoryStream<Path> here = chain.top();
      for (Path name : names) {
        here = chain.open(here, name);
      }
      if (!HostGrant.key(here).equals(key)) {
        throw new FileException(FileError.NOT_FOUND);
      }
      return new OpenHostDirectory(this, chain, here);
    } catch (IOException | RuntimeException e) {
      chain.close();
      throw e;
    }
  }

  /** A link or a file in a directory's place is another thing, not an error in the guest's path. */
  private static FileException gone(FileException error) {
    return switch (error.error()) {
      case LOOP, NOT_DIRECTORY -> new FileException(FileError.NOT_FOUND);
      default -> error;
    };
  }

  /** Where it is as far as its names tell, which only the host's calls without handles may use. */
  Path path() {
    Path path = grant.path();
    for (Path name : names) {
      path = path.resolve(name);
    }
    return path;
  }
}
