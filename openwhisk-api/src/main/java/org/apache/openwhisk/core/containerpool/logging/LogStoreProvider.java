// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import akka.actor.ActorSystem;
import org.apache.openwhisk.spi.Spi;

/** The SPI: makes the log store of an invoker. */
public interface LogStoreProvider extends Spi {
  /** The log store. */
  LogStore instance(ActorSystem actorSystem);
}
