// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import java.util.Base64;

/**
 * An action's code, as it reaches the invoker or lies in a file, to the bytes of one module. The
 * server decides that code is {@code binary} by testing for base64; {@code wsk} encodes only
 * archives, so a bare {@code .wasm} that it uploads arrives as text with its bytes destroyed.
 */
public final class ActionCode {
  private final long mostModuleBytes;

  /**
   * @param mostModuleBytes a module's size at most, after it was unzipped
   */
  public ActionCode(long mostModuleBytes) {
    this.mostModuleBytes = mostModuleBytes;
  }

  /** The module inside base64 of a {@code .wasm} or a zip, or inside plain text. */
  byte[] module(String code, boolean binary) throws BadActionException {
    return module(binary ? decode(code) : code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /**
   * The module inside a zip; the bytes themselves when they are none.
   *
   * @throws BadActionException when the zip cannot be read, or does not say which module is meant
   */
  public byte[] module(byte[] file) throws BadActionException {
    return ZipArchive.isZip(file) ? new ZipArchive(file, mostModuleBytes).module() : file;
  }

  private static byte[] decode(String code) throws BadActionException {
    try {
      return Base64.getMimeDecoder().decode(code);
    } catch (IllegalArgumentException e) {
      throw new BadActionException(
          "The action's code is marked as binary, but it is not base64: " + e.getMessage() + ".");
    }
  }
}
