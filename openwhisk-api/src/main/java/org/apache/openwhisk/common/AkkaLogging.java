// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import akka.event.LoggingAdapter;
import scala.Function0;

/** Writes to Akka's log: {@code [root] [id of a child transaction] [who] message}. */
public class AkkaLogging implements Logging {
  private final LoggingAdapter loggingAdapter;

  /** Writes through the adapter. */
  public AkkaLogging(LoggingAdapter loggingAdapter) {
    this.loggingAdapter = loggingAdapter;
  }

  @Override
  public void emit(int loglevel, TransactionMetadata id, Object from, Function0<String> message) {
    if (!loggingAdapter.isEnabled(loglevel)) {
      return;
    }
    String text = message.apply();
    if (!text.isEmpty()) {
      String name =
          from instanceof String given ? given : Logging.getCleanSimpleClassName(from.getClass());
      loggingAdapter.log(loglevel, format(id, name, text));
    }
  }

  /** The line of a message. */
  public String format(TransactionMetadata id, String name, String logmsg) {
    String child = TransactionId.hasParent$extension(id) ? "[" + id + "] " : "";
    return "[" + TransactionId.root$extension(id) + "] " + child + "[" + name + "] " + logmsg;
  }
}
