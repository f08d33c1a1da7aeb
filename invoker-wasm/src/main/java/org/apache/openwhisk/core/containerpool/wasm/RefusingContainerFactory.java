// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import io.wasmwhisk.invoker.image.OwnImages;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.Future;

/**
 * Stands where a delegate would, when none is set: gives a container for every image, whose
 * initialisation fails with words for the developer.
 *
 * <p>It never fails the creation itself ({@code docs/decisions/0009}): a prewarm that fails is
 * repeated in a tight loop, and of what waits for a container that was not created OpenWhisk makes
 * errors of its own, four of which make an invoker unhealthy.
 */
final class RefusingContainerFactory implements ContainerFactory {
  private final ActorSystem actorSystem;
  private final Logging logging;
  private final OwnImages images;
  private final AtomicLong created = new AtomicLong();

  /**
   * @param images those that are not refused
   */
  RefusingContainerFactory(ActorSystem actorSystem, Logging logging, OwnImages images) {
    this.actorSystem = actorSystem;
    this.logging = logging;
    this.images = images;
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
    String kind = action.isDefined() ? " of kind " + action.get().exec().kind() : "";
    return refused(name, actionImage, kind);
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
    return refused(name, actionImage, "");
  }

  private Future<Container> refused(String name, ExecManifest.ImageName image, String kind) {
    ContainerId id = new ContainerId(name + "_refused_" + created.incrementAndGet());
    String reason =
        "This invoker runs WebAssembly actions only, in the image %s (whisk.wasm.images), and the action%s needs the image %s. Deploy it as a WebAssembly action, or have the operator set whisk.wasm.delegate to the ContainerFactoryProvider that runs other images."
            .formatted(images, kind, RoutingContainerFactory.reference(image));
    return Future.successful(new RefusedContainer(actorSystem, logging, id, reason));
  }

  /** Says so: a manifest with other kinds in it looks the same to users, until they invoke one. */
  @Override
  public void init() {
    logging.info(
        this,
        () ->
            "WasmWhisk refuses actions of other images than %s: whisk.wasm.delegate is not set"
                .formatted(images),
        TransactionId.invoker());
  }

  /** There is nothing to remove. */
  @Override
  public void cleanup() {}
}
