// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.util.Base64;
import java.util.Optional;

/**
 * An action's code, as it reaches the invoker or lies in a file, to one module and the files beside
 * it. The server decides that code is {@code binary} by testing for base64; {@code wsk} encodes
 * only archives, so a bare {@code .wasm} that it uploads arrives as text with its bytes destroyed.
 *
 * <p>Whether code is a module or JavaScript is seen by its content, never by the action's kind,
 * which OpenWhisk's scheduler does not tell.
 */
public final class ActionCode {
  /** The entry point of an action that names none. */
  public static final String DEFAULT_MAIN = "main";

  private final long mostBytes;

  /** A zip of a few KB can unfold to the limit: one at a time. */
  private final Object unfolding = new Object();

  /**
   * @param mostBytes what the code may unfold to: the module or JavaScript, and the files beside it
   *     in a zip
   */
  public ActionCode(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * What is inside base64 of a {@code .wasm} or a zip, or inside plain text.
   *
   * @param main the entry point, for JavaScript
   */
  public ActionPackage open(String code, boolean binary, String main) throws BadActionException {
    return binary ? open(decode(code), main) : openText(code, main);
  }

  /** What is inside plain text: JavaScript, unless it is seen to be something else. */
  public ActionPackage openText(String text, String main) throws BadActionException {
    byte[] bytes = text.getBytes(UTF_8);
    if (!JavaScript.isMeantBy(text)) {
      return open(bytes, main);
    }
    requireSize(bytes);
    return JavaScript.text(bytes, main);
  }

  /**
   * What is inside a zip; the bytes themselves are the module when they are none.
   *
   * @param main the entry point, for JavaScript
   * @throws BadActionException when the code is too large, the zip cannot be read, or does not say
   *     which module is meant
   */
  public ActionPackage open(byte[] file, String main) throws BadActionException {
    if (!ZipArchive.isZip(file)) {
      requireSize(file);
      return new ActionPackage(
          ActionPackage.Language.WEBASSEMBLY, file, ArchivedFiles.NONE, Optional.empty());
    }
    synchronized (unfolding) {
      return new ZipArchive(file, mostBytes).open(main);
    }
  }

  private void requireSize(byte[] code) throws BadActionException {
    if (code.length > mostBytes) {
      throw new BadActionException(
          "The action's code has %d bytes, more than the limit of %d bytes (whisk.wasm.code-limit); make it smaller."
              .formatted(code.length, mostBytes));
    }
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
