// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.guest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.client.HttpAccess;
import io.wasmwhisk.engine.http.client.HttpSession;
import io.wasmwhisk.engine.http.client.Request;
import io.wasmwhisk.engine.http.client.Response;
import io.wasmwhisk.engine.http.client.Turn;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.runtime.GuestMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work of the functions, by {@code wasi-experimental-http}'s {@code witx} file, and with the
 * errors and their order of its implementation for wasmtime.
 */
final class GuestHttp {
  private final @Nullable HttpSession session;

  private final OpenResponses open = new OpenResponses();

  GuestHttp(Optional<HttpAccess> access, MemoryAccount account, Turn turn) {
    session = access.map(granted -> new HttpSession(granted, account, turn)).orElse(null);
  }

  /** {@code req(url, method, headers, body: string…, status: *u16, handle: *i32)}. */
  HttpError request(GuestMemory memory, long[] arguments)
      throws HttpException, InterruptedException {
    HttpSession out = requireSession();
    if (open.count() >= out.limits().responses()) {
      throw new HttpException(HttpError.TOO_MANY_SESSIONS);
    }
    // Each of them is a copy in the host's memory.
    long most = out.limits().requestBytes();
    Destination url = Destination.parse(GuestText.read(memory, arguments[0], arguments[1], most));
    String method = GuestText.read(memory, arguments[2], arguments[3], most);
    String headers = GuestText.read(memory, arguments[4], arguments[5], most);
    byte[] body = GuestText.bytes(memory, arguments[6], arguments[7], most);
    Response response =
        out.send(
            new Request(method, url, HeaderText.parse(headers), body),
            out.limits().responseBytes() - open.bytes());
    memory.putShort(address(arguments[8]), (short) response.status());
    memory.putInt(address(arguments[9]), open.add(response));
    return HttpError.SUCCESS;
  }

  /** {@code close(handle)}: closing what is not open is no error there. */
  HttpError close(GuestMemory memory, long[] arguments) {
    Response closed = open.remove((int) arguments[0]);
    if (session != null && closed != null) {
      session.release(closed);
    }
    return HttpError.SUCCESS;
  }

  /** {@code header_get(handle, name: string, buffer, length, written: *u32)}. */
  HttpError headerGet(GuestMemory memory, long[] arguments) throws HttpException {
    Response response = open.get((int) arguments[0]).response();
    String name =
        GuestText.read(memory, arguments[1], arguments[2], HeaderText.MOST_NAME)
            .toLowerCase(Locale.ROOT);
    String value =
        response.header(name).orElseThrow(() -> new HttpException(HttpError.HEADER_NOT_FOUND));
    return write(memory, value.getBytes(ISO_8859_1), arguments[3], arguments[4], arguments[5]);
  }

  /** {@code headers_get_all(handle, buffer, length, written: *u32)}. */
  HttpError headersGetAll(GuestMemory memory, long[] arguments) throws HttpException {
    byte[] text = HeaderText.write(open.get((int) arguments[0]).response().headers());
    return write(memory, text, arguments[1], arguments[2], arguments[3]);
  }

  /** {@code body_read(handle, buffer, length, read: *u32)}: 0 at the end. */
  HttpError bodyRead(GuestMemory memory, long[] arguments) throws HttpException {
    OpenResponses.Body body = open.get((int) arguments[0]);
    int length = (int) Math.min(address(arguments[2]), body.left());
    memory.write(address(arguments[1]), body.response().body(), body.position(), length);
    memory.putInt(address(arguments[3]), length);
    body.advance(length);
    return HttpError.SUCCESS;
  }

  private static HttpError write(
      GuestMemory memory, byte[] text, long buffer, long length, long written)
      throws HttpException {
    if (text.length > address(length)) {
      throw new HttpException(HttpError.BUFFER_TOO_SMALL);
    }
    memory.write(address(buffer), text);
    memory.putInt(address(written), text.length);
    return HttpError.SUCCESS;
  }

  /**
   * WoW's {@code http.get() -> i32}, there a pause of 300 ms that gave 0: gets the URL that the
   * capability names, and gives the status; the negative number of an error when there is none.
   */
  long wowGet() throws InterruptedException {
    try {
      HttpSession out = requireSession();
      Request request = new Request("GET", Destination.parse(out.wowUrl()), List.of(), new byte[0]);
      Response response = out.send(request, out.limits().responseBytes() - open.bytes());
      out.release(response);
      return response.status();
    } catch (HttpException e) {
      return -e.error().code();
    }
  }

  private HttpSession requireSession() throws HttpException {
    if (session == null) {
      throw new HttpException(HttpError.DESTINATION_NOT_ALLOWED);
    }
    return session;
  }

  private static long address(long argument) {
    return Integer.toUnsignedLong((int) argument);
  }
}
