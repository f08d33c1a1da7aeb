// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.attack.Ended;
import io.wasmwhisk.cli.bench.load.NeighbourCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All rows, and their raw samples as JSON. */
public final class BenchReport {
  private static final long NANOS_PER_MICRO = 1_000;

  private final long started;
  private final long nanos;
  private final List<Row> rows;

  BenchReport(long started, long nanos, List<Row> rows) {
    this.started = started;
    this.nanos = nanos;
    this.rows = List.copyOf(rows);
  }

  /** Whether no attack did harm. */
  public boolean held() {
    return rows.stream().allMatch(Row::held);
  }

  List<Row> rows() {
    return rows;
  }

  long nanos() {
    return nanos;
  }

  /**
   * Writes an array with an object for each attack. Times are microseconds, those of calls counted
   * from the bench's start.
   */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(file.toFile(), JsonEncoding.UTF8)
            .useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (Row row : rows) {
        write(json, row);
      }
      json.writeEndArray();
    }
  }

  private void write(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("attack", row.attack().name());
    json.writeStringField("what", row.attack().what());
    json.writeBooleanField("held", row.held());
    json.writeNumberField("started", (row.started() - started) / NANOS_PER_MICRO);
    json.writeNumberField("took", row.nanos() / NANOS_PER_MICRO);
    json.writeNumberField("limitMillis", row.attack().time().toMillis());
    json.writeArrayFieldStart("complaints");
    for (String complaint : row.complaints()) {
      json.writeString(complaint);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("activations");
    for (Ended ended : row.ended()) {
      write(json, ended);
    }
    json.writeEndArray();
    writeCalls(json, "calmCalls", row.calmCalls());
    writeCalls(json, "calls", row.calls());
    if (row.vitals().isPresent()) {
      json.writeNumberField("heapMb", row.vitals().get().heapMb());
      json.writeNumberField("threads", row.vitals().get().threads());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Ended ended) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", ended.activationId());
    json.writeStringField("ending", ended.ending().words());
    json.writeStringField("words", ended.words());
    json.writeNumberField("initMillis", ended.initMillis());
    json.writeNumberField("millis", ended.millis());
    json.writeEndObject();
  }

  private void writeCalls(JsonGenerator json, String name, List<NeighbourCall> calls)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (NeighbourCall call : calls) {
      json.writeStartArray();
      json.writeString(call.neighbour());
      json.writeNumber((call.started() - started) / NANOS_PER_MICRO);
      json.writeNumber(call.nanos() / NANOS_PER_MICRO);
      json.writeString(call.complaint().orElse(""));
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
