// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.logs;

import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import io.wasmwhisk.engine.limits.LogLine;
import io.wasmwhisk.engine.limits.StandardStream;
import io.wasmwhisk.invoker.ActivationLogs;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.http.Messages;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * Log lines in the form of Docker's JSON log driver, cut at an action's log limit. Bytes are
 * counted as OpenWhisk's {@code DockerContainer.logs} counts them: the whole JSON object of each
 * line, and its line end. Of the line that does not fit, what fits is kept, since a guest may write
 * all of its output as one line; Docker splits such a line every 16 KiB.
 */
public final class LogLines implements Iterator<ByteString> {
  private static final int LINE_END = 1;

  /** With nine digits, as Docker writes it: users sort lines by it, and {@code wsk} strips it. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private final Iterator<LogLine> lines;
  private final ByteSize limit;
  private long left;
  private boolean truncated;
  private boolean full;

  /** When the last line was written: a notice after it is of the activation's time too. */
  private Instant last = Instant.now();

  private LogLines(ActivationLogs logs, ByteSize limit) {
    this.lines = logs.lines().iterator();
    this.limit = limit;
    this.left = limit.toBytes();
    this.truncated = logs.truncated();
  }

  /**
   * Each element one JSON object, made when it is asked for: all at once would take the heap.
   *
   * @param limit bytes of all elements, each with a line end; a notice after it is not counted
   */
  public static Source<ByteString, Object> source(ActivationLogs logs, ByteSize limit) {
    @SuppressWarnings("unchecked") // A Source is covariant, which Java cannot say.
    Source<ByteString, Object> lines =
        (Source<ByteString, Object>)
            (Source<ByteString, ?>)
                Source.fromIterator(
                    () -> JavaConverters.asScalaIterator(new LogLines(logs, limit)));
    return lines;
  }

  @Override
  public boolean hasNext() {
    return truncated || (!full && lines.hasNext());
  }

  @Override
  public ByteString next() {
    if (full || !lines.hasNext()) {
      return notice();
    }
    LogLine line = lines.next();
    last = line.time();
    ByteString whole = json(line, line.text());
    if (whole.size() + LINE_END <= left) {
      left -= whole.size() + LINE_END;
      return whole;
    }
    full = true;
    truncated = true;
    String first = prefix(line.text(), left - json(line, "").size() - LINE_END);
    return first.isEmpty() ? notice() : json(line, first);
  }

  private ByteString notice() {
    if (!truncated) {
      throw new NoSuchElementException();
    }
    full = true;
    truncated = false;
    String text = Messages.truncateLogs(limit);
    return json(new LogLine(last, StandardStream.STDERR, text), text);
  }

  private static ByteString json(LogLine line, String text) {
    Map<String, JsValue> fields =
        Map$.MODULE$
            .<String, JsValue>empty()
            .$plus(new Tuple2<>("time", new JsString(TIME.format(line.time()))))
            .$plus(new Tuple2<>("stream", new JsString(line.stream().label())))
            .$plus(new Tuple2<>("log", new JsString(text + "\n")));
    return ByteString.fromString(new JsObject(fields).compactPrint());
  }

  /** The first characters, as many as take at most so many bytes in JSON. */
  private static String prefix(String text, long most) {
    int end = 0;
    for (long bytes = 0; end < text.length(); ) {
      int character = text.codePointAt(end);
      bytes += jsonBytes(character);
      if (bytes > most) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  /** As spray-json prints it: escaped where it must be, else in UTF-8. */
  private static int jsonBytes(int character) {
    if (character < ' ') {
      return "\b\f\n\r\t".indexOf(character) < 0 ? 6 : 2;
    }
    if (character == '"' || character == '\\') {
      return 2;
    }
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 ? 2 : Character.charCount(character) + 2;
  }
}
