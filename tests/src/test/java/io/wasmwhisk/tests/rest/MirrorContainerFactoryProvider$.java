// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import akka.actor.ActorSystem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/**
 * The mirror behind the recorded calls (see {@link MirrorContainer}), as the SPI loader finds a
 * Scala object. It runs in a real OpenWhisk, too.
 */
public final class MirrorContainerFactoryProvider$ implements ContainerFactoryProvider {
  public static final MirrorContainerFactoryProvider$ MODULE$ =
      new MirrorContainerFactoryProvider$();

  private static final AtomicReference<CompletionStage<?>> NEXT_HOLD =
      new AtomicReference<>(CompletableFuture.completedFuture(null));

  private MirrorContainerFactoryProvider$() {}

  /** The next run that begins does not end before {@code release} completes. */
  static void holdNextRunUntil(CompletionStage<?> release) {
    NEXT_HOLD.set(release);
  }

  static CompletionStage<?> takeHold() {
    return NEXT_HOLD.getAndSet(CompletableFuture.completedFuture(null));
  }

  @Override
  public ContainerFactory instance(
      ActorSystem system,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    return new Factory(system, logging);
  }

  private static final class Factory implements ContainerFactory {
    private final ActorSystem system;
    private final Logging logging;
    private final AtomicInteger created = new AtomicInteger();

    Factory(ActorSystem system, Logging logging) {
      this.system = system;
      this.logging = logging;
    }

    @Override
    public Future<Container> createContainer(
        TransactionMetadata transaction,
        String name,
        ExecManifest.ImageName image,
        boolean userProvidedImage,
        ByteSize memory,
        int cpuShares,
        Option<Object> cpuLimit,
        WhiskConfig config,
        Logging anyLogging) {
      String id = name + "_" + created.incrementAndGet();
      return Future$.MODULE$.successful(new MirrorContainer(id, system, logging));
    }

    @Override
    public void init() {}

    @Override
    public void cleanup() {}
  }
}
