// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import io.wasmwhisk.standalone.container.ContainerSource;
import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.settings.SizeLimits;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.BlackboxStartupError;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactory$;
import org.apache.openwhisk.core.containerpool.WhiskContainerStartupError;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.Option;
import scala.concurrent.Future;

/** Asks the ContainerFactory for containers, with the arguments that a v1 pool gives. */
final class SpiContainerSource implements ContainerSource {
  // Docker's whole, of which a container gets the share that its memory has of all memory.
  private static final int CPU_SHARES = 1024;
  private static final int LEAST_CPU_SHARES = 2;

  private final ContainerFactory factory;
  private final LogStore logStore;
  private final WhiskConfig config;
  private final Logging logging;
  private final InvokerInstanceId instance;
  private final SizeLimits sizes;
  private final JsonText json;
  private final Clock clock;
  private final AtomicLong count = new AtomicLong();

  SpiContainerSource(
      ContainerFactory factory,
      LogStore logStore,
      WhiskConfig config,
      Logging logging,
      InvokerInstanceId instance,
      SizeLimits sizes,
      JsonText json,
      Clock clock) {
    this.factory = factory;
    this.logStore = logStore;
    this.config = config;
    this.logging = logging;
    this.instance = instance;
    this.sizes = sizes;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Creation> create(Job job) {
    Action action = job.action();
    Future<Container> container =
        factory.createContainer(
            job.transaction(),
            name(job),
            WhiskEntities.image(action.exec().image()),
            action.exec().isBlackbox(),
            WhiskEntities.megabytes(action.limits().memoryMb()),
            cpuShares(action.limits().memoryMb()),
            Option.empty(),
            Option.apply(WhiskEntities.action(action)),
            config,
            logging);
    return Scala.stage(container, this::created, SpiContainerSource::refused);
  }

  private Creation created(Container container) {
    return new Creation.Created(new SpiContainer(container, logStore, sizes, json, clock));
  }

  private static Optional<Creation> refused(Throwable failure) {
    if (failure instanceof WhiskContainerStartupError error) {
      return Optional.of(new Creation.Refused(Response.whiskError(error.msg())));
    }
    return failure instanceof BlackboxStartupError error
        ? Optional.of(new Creation.Refused(Response.developerError(error.msg())))
        : Optional.empty();
  }

  private String name(Job job) {
    return "%s_%d_%s_%s"
        .formatted(
            ContainerFactory$.MODULE$.containerNamePrefix(instance),
            count.incrementAndGet(),
            allowed(job.user().namespace()),
            allowed(job.action().name()));
  }

  private static String allowed(String name) {
    return name.replaceAll("[^\\p{L}\\p{Nd}_]", "");
  }

  private int cpuShares(int memoryMb) {
    long containers = Math.max(1, instance.userMemory().toMB() / memoryMb);
    return (int) Math.max(LEAST_CPU_SHARES, CPU_SHARES / containers);
  }
}
