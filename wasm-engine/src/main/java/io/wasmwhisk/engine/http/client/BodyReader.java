// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a response's body; every byte of the heap is paid for before it is taken. What was read
 * stays paid for, what fails is given back.
 */
final class BodyReader {
  private static final int CHUNK = 16 << 10;

  private final MemoryAccount account;
  private final long most;
  private long held;

  /**
   * @param most bytes of the body
   */
  BodyReader(MemoryAccount account, long most) {
    this.account = account;
    this.most = most;
  }

  /**
   * @param announced the length that the server gave, negative for none
   */
  byte[] read(InputStream content, long announced) throws IOException, HttpException {
    try {
      byte[] body = readAll(content, announced);
      account.release(held - body.length);
      return body;
    } catch (IOException | HttpException | RuntimeException e) {
      account.release(held);
      throw e;
    }
  }

  private byte[] readAll(InputStream content, long announced) throws IOException, HttpException {
    if (announced > most) {
      throw new HttpException(HttpError.REQUEST_ERROR);
    }
    byte[] body = hold(announced > 0 ? announced : CHUNK);
    int length = 0;
    for (int read = 0; read >= 0; read = content.read(body, length, body.length - length)) {
      length += read;
      if (length > most) {
        throw new HttpException(HttpError.REQUEST_ERROR);
      }
      if (length == body.length && announced < 0) {
        body = enlarged(body);
      } else if (length == announced) {
        return body;
      }
    }
    return trimmed(body, length);
  }

  private byte[] enlarged(byte[] body) throws HttpException {
    byte[] larger = hold(Math.min(2L * body.length, Math.max(most + 1, body.length + 1L)));
    System.arraycopy(body, 0, larger, 0, body.length);
    giveBack(body.length);
    return larger;
  }

  private byte[] trimmed(byte[] body, int length) throws HttpException {
    if (length == body.length) {
      return body;
    }
    byte[] exact = hold(length);
    System.arraycopy(body, 0, exact, 0, length);
    giveBack(body.length);
    return exact;
  }

  private byte[] hold(long bytes) throws HttpException {
    if (!account.tryHold(bytes)) {
      throw new HttpException(HttpError.REQUEST_ERROR);
    }
    held += bytes;
    return new byte[Math.toIntExact(bytes)];
  }

  private void giveBack(long bytes) {
    held -= bytes;
    account.release(bytes);
  }
}
