// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import akka.event.Logging$;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Function0;

/**
 * OpenWhisk's logging, as the SPI is given it, on ours: {@code [transaction] message}, under the
 * name of who logs.
 */
final class SpiLogging implements Logging {

  @Override
  public void emit(
      int level, TransactionMetadata transaction, Object from, Function0<String> message) {
    String name = from instanceof String text ? text : from.getClass().getName();
    Logger logger = LoggerFactory.getLogger(name);
    if (level == Logging$.MODULE$.ErrorLevel()) {
      logger.error("[{}] {}", transaction, message.apply());
    } else if (level == Logging$.MODULE$.WarningLevel()) {
      logger.warn("[{}] {}", transaction, message.apply());
    } else if (level == Logging$.MODULE$.InfoLevel()) {
      logger.info("[{}] {}", transaction, message.apply());
    } else if (logger.isDebugEnabled()) {
      logger.debug("[{}] {}", transaction, message.apply());
    }
  }
}
