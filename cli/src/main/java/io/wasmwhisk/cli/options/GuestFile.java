// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import io.wasmwhisk.cli.exit.CommandFailure;
import java.nio.file.Path;

/**
 * A module from a file.
 *
 * @param name the file's name without its ending, as an action would be called
 * @param bytes the module
 */
public record GuestFile(String name, byte[] bytes) {

  /**
   * Reads a module.
   *
   * @throws CommandFailure when the file cannot be read
   */
  public static GuestFile read(Path file) {
    byte[] bytes = FileBytes.read(file);
    String fileName = String.valueOf(file.getFileName());
    int dot = fileName.lastIndexOf('.');
    return new GuestFile(dot > 0 ? fileName.substring(0, dot) : fileName, bytes);
  }
}
