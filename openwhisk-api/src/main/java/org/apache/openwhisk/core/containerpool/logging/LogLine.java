// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import org.jspecify.annotations.Nullable;
import scala.Product;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** One line of a container's output. */
public class LogLine implements Product, scala.Serializable {
  private final String time;
  private final String stream;
  private final String log;

  /** A line. */
  public LogLine(String time, String stream, String log) {
    this.time = time;
    this.stream = stream;
    this.log = log;
  }

  /** A line. */
  public static LogLine apply(String time, String stream, String log) {
    return new LogLine(time, stream, log);
  }

  /** When it was written, as {@code 2020-01-01T00:00:00.000000000Z}. */
  public String time() {
    return time;
  }

  /** {@code stdout} or {@code stderr}. */
  public String stream() {
    return stream;
  }

  /** The line. */
  public String log() {
    return log;
  }

  /** The JSON form: {@code {"time", "stream", "log"}}. */
  public static RootJsonFormat<LogLine> serdes() {
    return Json.format(LogLine::toJson, LogLine::fromJson);
  }

  /**
   * The line as users see it: the time on 30 columns, the stream, the text without its line end.
   */
  public String toFormattedString() {
    return String.format("%-30s %s: %s", time, stream, withoutLineEnd(log));
  }

  private JsValue toJson() {
    return Json.object(
        Json.entry("time", Json.string(time)),
        Json.entry("stream", Json.string(stream)),
        Json.entry("log", Json.string(log)));
  }

  private static LogLine fromJson(JsValue json) {
    return new LogLine(
        Json.text(Json.member(json, "time")),
        Json.text(Json.member(json, "stream")),
        Json.text(Json.member(json, "log")));
  }

  private static String withoutLineEnd(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") || text.endsWith("\f") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "LogLine";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, time, stream, log);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof LogLine;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
