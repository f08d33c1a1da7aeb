// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import java.util.ArrayList;
import java.util.List;
import scala.Function0;

/**
 * Keeps lines {@code level transaction who: message}, with milliseconds in markers as {@code N}.
 */
public final class RecordedLog implements Logging {
  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void emit(
      int loglevel, TransactionMetadata id, Object from, Function0<String> message) {
    String who = from instanceof String text ? text : from.getClass().getSimpleName();
    String text = message.apply().replaceAll(":\\d+(?=[:\\]])", ":N");
    lines.add(loglevel + " " + id + " " + who + ": " + text);
  }

  /** The lines so far. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
