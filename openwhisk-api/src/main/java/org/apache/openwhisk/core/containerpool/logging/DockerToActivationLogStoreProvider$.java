// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import akka.actor.ActorSystem;

/** Provides {@link DockerToActivationLogStore}. */
public final class DockerToActivationLogStoreProvider$ implements LogStoreProvider {
  public static final DockerToActivationLogStoreProvider$ MODULE$ =
      new DockerToActivationLogStoreProvider$();

  private DockerToActivationLogStoreProvider$() {}

  @Override
  public LogStore instance(ActorSystem actorSystem) {
    return new DockerToActivationLogStore(actorSystem);
  }
}
