// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.echo;

import akka.actor.ActorSystem;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import scala.Option;
import scala.concurrent.Future;

/** Has every container ready at once. */
final class EchoContainerFactory implements ContainerFactory {
  private final ActorSystem actorSystem;

  EchoContainerFactory(ActorSystem actorSystem) {
    this.actorSystem = actorSystem;
  }

  @Override
  public Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest.ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      WhiskConfig config,
      Logging logging) {
    return Future.successful(new EchoContainer(actorSystem, logging, new ContainerId(name)));
  }

  @Override
  public void init() {}

  @Override
  public void cleanup() {}
}
