// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import akka.actor.ActorSystem;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.spi.Spi;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/** The SPI: makes the container factory of an invoker, once, at its start. */
public interface ContainerFactoryProvider extends Spi {
  /**
   * The factory.
   *
   * @param instance the invoker
   * @param parameters options for the container platform, by name
   */
  ContainerFactory instance(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters);
}
