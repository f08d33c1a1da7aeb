// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A WASI command and what it is called with, as the platform calls it: the input on stdin and as
 * the only argument.
 *
 * @param name as people read it
 * @param module its bytes
 * @param input one JSON text
 * @param files what it finds below /
 * @param directory the same files on disk, for peers; empty when there are none
 * @param expected the last line of its stdout
 * @param snapshot what our engines run in its place, as the platform does; empty for the same
 */
public record Work(
    String name,
    byte[] module,
    String input,
    ArchivedFiles files,
    Optional<Path> directory,
    String expected,
    Optional<byte[]> snapshot) {
  /** A command that is the same for all. */
  public Work(
      String name,
      byte[] module,
      String input,
      ArchivedFiles files,
      Optional<Path> directory,
      String expected) {
    this(name, module, input, files, directory, expected, Optional.empty());
  }

  /** A command without files. */
  public Work(String name, byte[] module, String input, String expected) {
    this(name, module, input, ArchivedFiles.NONE, Optional.empty(), expected);
  }
}
