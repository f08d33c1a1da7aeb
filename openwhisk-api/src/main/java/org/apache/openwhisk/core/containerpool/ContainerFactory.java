// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.Option;
import scala.concurrent.Future;

/** Creates containers. */
public interface ContainerFactory {
  /**
   * Creates a container for an action, or a prewarmed one. The default forgets the action.
   *
   * @param name the container's name
   * @param memory what the container may use
   * @param cpuLimit the processors it may use, as a double, where that is limited
   * @param action the action, where it is known already
   */
  default Future<Container> createContainer(
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
    return createContainer$(
        this,
        tid,
        name,
        actionImage,
        userProvidedImage,
        memory,
        cpuShares,
        cpuLimit,
        action,
        config,
        logging);
  }

  /** The body of the method above. */
  static Future<Container> createContainer$(
      ContainerFactory self,
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
    return self.createContainer(
        tid, name, actionImage, userProvidedImage, memory, cpuShares, cpuLimit, config, logging);
  }

  /** Creates a container. */
  Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest.ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      WhiskConfig config,
      Logging logging);

  /** Called once, after the factory was made and before its first container. */
  void init();

  /**
   * Removes every container that is left; returns when that is done. Called at the end of the
   * process.
   */
  void cleanup();

  /** See {@link ContainerFactory$#containerNamePrefix}. */
  static String containerNamePrefix(InvokerInstanceId instanceId) {
    return ContainerFactory$.MODULE$.containerNamePrefix(instanceId);
  }

  /** See {@link ContainerFactory$#resolveRegistryConfig}. */
  static RuntimesRegistryConfig resolveRegistryConfig(
      boolean userProvidedImage,
      RuntimesRegistryConfig runtimesRegistryConfig,
      RuntimesRegistryConfig userImagesRegistryConfig) {
    return ContainerFactory$.MODULE$.resolveRegistryConfig(
        userProvidedImage, runtimesRegistryConfig, userImagesRegistryConfig);
  }

  /**
   * What scalac calls from the constructor of every implementing class; the trait has no fields.
   */
  static void $init$(ContainerFactory self) {}
}
