// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import io.wasmwhisk.invoker.image.ImageReference;
import io.wasmwhisk.invoker.image.OwnImages;
import io.wasmwhisk.start.CodeAhead;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/**
 * Two factories behind one: OpenWhisk loads a single ContainerFactory, and tells it of a container
 * no more than its image. So images that are ours are made by us, and all others by the delegate,
 * with every argument as it came.
 */
final class RoutingContainerFactory implements ContainerFactory, CodeAhead {
  private final Logging logging;
  private final OwnImages images;
  private final ContainerFactory own;
  private final ContainerFactory others;

  /**
   * @param images those of {@code own}
   * @param others makes the containers of all other images
   */
  RoutingContainerFactory(
      Logging logging, OwnImages images, ContainerFactory own, ContainerFactory others) {
    this.logging = logging;
    this.images = images;
    this.own = own;
    this.others = others;
  }

  /** An image of OpenWhisk's, in our words. */
  static ImageReference reference(ExecManifest.ImageName image) {
    return ImageReference.of(
        optional(image.registry()), optional(image.prefix()), image.name(), optional(image.tag()));
  }

  private static Optional<String> optional(Option<String> option) {
    return option.isDefined() ? Optional.of(option.get()) : Optional.empty();
  }

  private ContainerFactory maker(ExecManifest.ImageName image) {
    return images.cover(reference(image)) ? own : others;
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
      Option<ExecutableWhiskAction> action,
      WhiskConfig config,
      Logging logging) {
    return caught(
        tid,
        () ->
            maker(actionImage)
                .createContainer(
                    tid,
                    name,
                    actionImage,
                    userProvidedImage,
                    memory,
                    cpuShares,
                    cpuLimit,
                    action,
                    config,
                    logging));
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
    return caught(
        tid,
        () ->
            maker(actionImage)
                .createContainer(
                    tid,
                    name,
                    actionImage,
                    userProvidedImage,
                    memory,
                    cpuShares,
                    cpuLimit,
                    config,
                    logging));
  }

  /**
   * Never throws, whatever a delegate does: OpenWhisk's {@code ContainerProxy} would neither answer
   * the activation nor free the pool's slot. Nor does it say anywhere what a creation failed with.
   */
  private Future<Container> caught(TransactionMetadata tid, Supplier<Future<Container>> creation) {
    try {
      return creation.get();
    } catch (Throwable e) {
      logging.error(this, () -> "WasmWhisk: no container was created: " + e, tid);
      return Future$.MODULE$.failed(e);
    }
  }

  /** Of code that is ours; a delegate does without. */
  @Override
  public void stored(
      String namespace, String action, String image, String code, boolean binary, String main) {
    ImageReference reference =
        ImageReference.of(Optional.empty(), Optional.empty(), image, Optional.empty());
    if (own instanceof CodeAhead ahead && images.cover(reference)) {
      ahead.stored(namespace, action, image, code, binary, main);
    }
  }

  @Override
  public void removed(String namespace, String action) {
    if (own instanceof CodeAhead ahead) {
      ahead.removed(namespace, action);
    }
  }

  /** Starts both, ours first. */
  @Override
  public void init() {
    both(own::init, others::init);
  }

  /** Ends both. Ours first: it is done at once, and nobody drains what runs. */
  @Override
  public void cleanup() {
    both(own::cleanup, others::cleanup);
  }

  /**
   * Runs both, also when the first fails; then fails with what the first failed with. Not with an
   * Error, which would leave an invoker that starts alive and never pinging.
   */
  private static void both(Runnable first, Runnable second) {
    RuntimeException failure = failureOf(first);
    RuntimeException another = failureOf(second);
    if (failure != null && another != null) {
      failure.addSuppressed(another);
    }
    if (failure != null || another != null) {
      throw failure != null ? failure : another;
    }
  }

  private static @Nullable RuntimeException failureOf(Runnable step) {
    try {
      step.run();
      return null;
    } catch (RuntimeException e) {
      return e;
    } catch (Throwable e) {
      return new IllegalStateException("WasmWhisk: " + e, e);
    }
  }
}
