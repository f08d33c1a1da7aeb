// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a module.
 *
 * @param sha256 64 lower-case hex digits
 */
public record ContentHash(String sha256) {

  /** The hash of these bytes. */
  public static ContentHash of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ContentHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
