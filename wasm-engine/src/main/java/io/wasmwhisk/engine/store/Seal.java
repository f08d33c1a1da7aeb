// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds bytes to a key and to a secret (HMAC with SHA-256, RFC 2104), which is a file of its own.
 */
final class Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET = "secret";
  private static final int SECRET_BYTES = 32;
  private static final int SEAL_BYTES = 32;

  private final SecretKeySpec secret;

  private Seal(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** With the secret of a directory, which is made where there is none. */
  static Seal of(Path directory) throws IOException {
    Path file = directory.resolve(SECRET);
    if (Files.notExists(file)) {
      write(directory, file);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != SECRET_BYTES) {
      throw new FileSystemException(
          file.toString(),
          null,
          "its secret has %d bytes in place of %d: delete the directory"
              .formatted(secret.length, SECRET_BYTES));
    }
    return new Seal(secret);
  }

  /** Whole or not at all: another process may open the directory at the same time. */
  private static void write(Path directory, Path file) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Path fresh = Files.createTempFile(directory, "new-", null);
    try {
      Files.write(fresh, secret);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Another process was first: its secret is the directory's.
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  byte[] close(String key, byte[] value) {
    byte[] sealed = new byte[SEAL_BYTES + value.length];
    System.arraycopy(value, 0, sealed, SEAL_BYTES, value.length);
    System.arraycopy(code(key, sealed), 0, sealed, 0, SEAL_BYTES);
    return sealed;
  }

  /** The value, unless its seal is broken. */
  Optional<byte[]> open(String key, byte[] sealed) {
    if (sealed.length < SEAL_BYTES
        || !MessageDigest.isEqual(code(key, sealed), Arrays.copyOf(sealed, SEAL_BYTES))) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length));
  }

  private byte[] code(String key, byte[] sealed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      // A digest has a fixed length, so that no key can run over into the value.
      mac.update(sha256().digest(key.getBytes(UTF_8)));
      mac.update(sealed, SEAL_BYTES, sealed.length - SEAL_BYTES);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
