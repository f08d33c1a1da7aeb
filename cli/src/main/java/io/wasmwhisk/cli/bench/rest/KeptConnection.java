// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.rest.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/**
 * One connection over which requests are sent one after the other (RFC 9112), by one thread. A
 * client library would take more of the processors than the servers that are to be measured: this
 * one reads a status, a {@code Content-Length} and a body, and nothing else.
 */
final class KeptConnection implements AutoCloseable {
  private static final Duration ANSWER_TIME = Duration.ofSeconds(60);
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
  private static final String LENGTH = "\r\ncontent-length:";
  private static final int LONGEST_HEAD = 16 << 10;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_DIGITS = 3;

  private final Socket socket;
  private final byte[] buffer = new byte[LONGEST_HEAD];
  private int filled;

  /**
   * Connects.
   *
   * @throws IOException when nobody listens there
   */
  KeptConnection(URI host) throws IOException {
    socket = new Socket(host.getHost(), host.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) ANSWER_TIME.toMillis());
  }

  /**
   * A request of JSON as it is sent.
   *
   * @param headers lines with a line's end each; the usual ones come by themselves
   */
  static byte[] post(URI host, String path, String headers, String body) {
    return ("POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\n"
                .formatted(path, host.getHost(), host.getPort())
            + "Content-Length: %d\r\n%s\r\n%s"
                .formatted(body.getBytes(UTF_8).length, headers, body))
        .getBytes(UTF_8);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws IOException when the connection was closed, or the answer has another form
   */
  Reply send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    filled = 0;
    int head = headEnd();
    String text = new String(buffer, 0, head, US_ASCII);
    return new Reply(status(text), body(head + END_OF_HEAD.length, length(text)));
  }

  private int headEnd() throws IOException {
    for (int from = 0; ; from = Math.max(0, filled - END_OF_HEAD.length + 1)) {
      read();
      for (int i = from; i <= filled - END_OF_HEAD.length; i++) {
        if (Arrays.equals(buffer, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
          return i;
        }
      }
    }
  }

  private void read() throws IOException {
    if (filled == buffer.length) {
      throw new IOException("an answer with a head of more than %d bytes".formatted(LONGEST_HEAD));
    }
    InputStream in = socket.getInputStream();
    int count = in.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      throw new EOFException("the server closed the connection");
    }
    filled += count;
  }

  private static int status(String head) throws IOException {
    String digits =
        head.substring(
            Math.min(head.length(), STATUS_AT), Math.min(head.length(), STATUS_AT + STATUS_DIGITS));
    if (!digits.matches("[0-9]{3}")) {
      throw new IOException("an answer that is no HTTP: " + head);
    }
    return Integer.parseInt(digits);
  }

  private static int length(String head) throws IOException {
    for (int at = 0; at < head.length(); at++) {
      if (head.regionMatches(true, at, LENGTH, 0, LENGTH.length())) {
        int end = head.indexOf('\r', at + LENGTH.length());
        return Integer.parseInt(
            head.substring(at + LENGTH.length(), end < 0 ? head.length() : end).strip());
      }
    }
    throw new IOException("an answer without Content-Length: " + head);
  }

  private String body(int start, int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    bytes.write(buffer, start, Math.min(length, filled - start));
    bytes.write(socket.getInputStream().readNBytes(length - bytes.size()));
    if (bytes.size() < length) {
      throw new EOFException("the server closed the connection within an answer");
    }
    return bytes.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
