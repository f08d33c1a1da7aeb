// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import io.wasmwhisk.engine.limits.LogLine;
import io.wasmwhisk.engine.limits.StandardStream;
import io.wasmwhisk.invoker.ActivationLogs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.http.Messages;
import scala.Tuple2;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** Log lines in the form of Docker's JSON log driver, cut at an action's log limit. */
final class LogLines {
  private LogLines() {}

  static Source<ByteString, Object> source(ActivationLogs logs, ByteSize limit) {
    List<ByteString> lines = new ArrayList<>();
    long left = limit.toBytes();
    boolean truncated = logs.truncated();
    for (LogLine line : logs.lines()) {
      byte[] text = line.text().getBytes(UTF_8);
      if (text.length > left) {
        truncated = true;
        break;
      }
      left -= text.length;
      lines.add(json(line));
    }
    if (truncated) {
      lines.add(
          json(new LogLine(Instant.now(), StandardStream.STDERR, Messages.truncateLogs(limit))));
    }
    return akka.stream.javadsl.Source.from(lines)
        .mapMaterializedValue(ignored -> (Object) ignored)
        .asScala();
  }

  private static ByteString json(LogLine line) {
    Map<String, JsValue> fields =
        Map$.MODULE$
            .<String, JsValue>empty()
            .$plus(new Tuple2<>("time", new JsString(line.time().toString())))
            .$plus(new Tuple2<>("stream", new JsString(line.stream().label())))
            .$plus(new Tuple2<>("log", new JsString(line.text() + "\n")));
    return ByteString.fromString(new JsObject(fields).compactPrint());
  }
}
