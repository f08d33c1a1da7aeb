// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** A request with its redirects, each on a connection of its own; the thread may block. */
final class Exchange {
  /** 64 KiB of head at most, what servers allow too. */
  private static final Http1Config BOUNDS =
      Http1Config.custom()
          .setMaxLineLength(16 << 10)
          .setMaxHeaderCount(100)
          .setMaxEmptyLineCount(10)
          .build();

  private static final String CONTENT_LENGTH = "content-length";

  /** Without content they say so (RFC 9110, 8.6). */
  private static final Set<String> METHODS_WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

  private final Dialer dialer;
  private final HttpPolicy policy;
  private final long responseBytes;
  private final MemoryAccount account;
  private final Line line = new Line();

  /**
   * @param responseBytes headers and body of the response at most
   * @param account pays for the response's body
   */
  Exchange(Dialer dialer, HttpPolicy policy, long responseBytes, MemoryAccount account) {
    this.account = account;
    this.dialer = dialer;
    this.policy = policy;
    this.responseBytes = responseBytes;
  }

  /** Ends it from another thread, whatever it waits for. */
  void cancel() {
    line.close();
  }

  Response run(Request first) throws HttpException {
    Request request = first;
    for (int followed = 0; ; followed++) {
      if (!policy.allows(request.method(), request.destination())) {
        throw new HttpException(HttpError.DESTINATION_NOT_ALLOWED);
      }
      Response response = send(request);
      Optional<Request> next = Redirect.next(request, response);
      if (next.isEmpty()) {
        return response;
      }
      if (followed == policy.limits().redirects()) {
        throw new HttpException(HttpError.REQUEST_ERROR);
      }
      request = next.get();
    }
  }

  private Response send(Request request) throws HttpException {
    try {
      Socket socket = dialer.dial(request.destination(), policy, line);
      DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(BOUNDS);
      connection.bind(socket);
      ClassicHttpResponse response =
          new HttpRequestExecutor().execute(message(request), connection, HttpCoreContext.create());
      return read(request, response);
    } catch (IOException | org.apache.hc.core5.http.HttpException e) {
      throw new HttpException(HttpError.REQUEST_ERROR);
    } finally {
      line.hangUp();
    }
  }

  private static BasicClassicHttpRequest message(Request request) {
    BasicClassicHttpRequest message =
        new BasicClassicHttpRequest(request.method(), request.destination().target());
    message.addHeader("Host", request.destination().authority());
    message.addHeader("Connection", "close");
    boolean accepts = false;
    for (Header header : request.headers()) {
      accepts |= header.name().equals("accept");
      if (!header.name().equals(CONTENT_LENGTH)) {
        message.addHeader(header.name(), header.value());
      }
    }
    if (!accepts) {
      message.addHeader("accept", "*/*");
    }
    int length = request.body().length;
    if (length > 0 || METHODS_WITH_CONTENT.contains(request.method())) {
      message.addHeader(CONTENT_LENGTH, Integer.toString(length));
      message.setEntity(new ByteArrayEntity(request.body(), null));
    }
    return message;
  }

  /** The whole answer, or its head alone when it sends the request elsewhere. */
  private Response read(Request request, ClassicHttpResponse message)
      throws IOException, HttpException {
    Response head = new Response(message.getCode(), headers(message), new byte[0]);
    HttpEntity content = message.getEntity();
    if (content == null || Redirect.next(request, head).isPresent()) {
      return head;
    }
    try (InputStream stream = content.getContent()) {
      byte[] body =
          new BodyReader(account, responseBytes - head.length())
              .read(stream, content.getContentLength());
      return new Response(head.status(), head.headers(), body);
    }
  }

  private static List<Header> headers(ClassicHttpResponse message) {
    List<Header> headers = new ArrayList<>();
    for (var field : message.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.add(new Header(field.getName().toLowerCase(Locale.ROOT), value));
    }
    return headers;
  }
}
