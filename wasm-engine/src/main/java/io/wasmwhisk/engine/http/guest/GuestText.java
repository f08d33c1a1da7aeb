// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Strings and bytes that a guest points at. */
final class GuestText {
  private GuestText() {}

  /**
   * @throws HttpException {@link HttpError#BUFFER_TOO_SMALL} when the range leaves the memory,
   *     {@link HttpError#REQUEST_ERROR} when it is longer than {@code most}
   */
  static byte[] bytes(GuestMemory memory, long pointer, long length, long most)
      throws HttpException {
    long address = Integer.toUnsignedLong((int) pointer);
    long bytes = Integer.toUnsignedLong((int) length);
    if (address + bytes > memory.size()) {
      throw new HttpException(HttpError.BUFFER_TOO_SMALL);
    }
    if (bytes > most) {
      throw new HttpException(HttpError.REQUEST_ERROR);
    }
    return memory.read(address, (int) bytes);
  }

  /** The same as text; {@link HttpError#UTF8_ERROR} when it is none. */
  static String read(GuestMemory memory, long pointer, long length, long most)
      throws HttpException {
    try {
      return UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes(memory, pointer, length, most)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new HttpException(HttpError.UTF8_ERROR);
    }
  }
}
