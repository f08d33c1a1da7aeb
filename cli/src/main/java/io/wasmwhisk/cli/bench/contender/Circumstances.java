// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * What every report of contenders says beside its figures.
 *
 * @param machine where it was measured
 * @param absent what was not there, or could not run, with the reason
 */
public record Circumstances(String machine, List<String> absent) {
  /** Copies the list. */
  public Circumstances {
    absent = List.copyOf(absent);
  }

  /** Prints who was absent. */
  public void printAbsent(PrintWriter out) {
    if (!absent.isEmpty()) {
      out.println("Absent:");
      absent.forEach(each -> out.println("  " + each));
    }
    out.flush();
  }

  /** Writes both, as members of the report's object. */
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("machine", machine);
    json.writeArrayFieldStart("absent");
    for (String each : absent) {
      json.writeString(each);
    }
    json.writeEndArray();
  }
}
