// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.core.entity.InvokerInstanceId;

/** Names and registries for all container factories. */
public final class ContainerFactory$ {
  public static final ContainerFactory$ MODULE$ = new ContainerFactory$();

  private ContainerFactory$() {}

  /**
   * {@code wsk<name><number>} of the invoker, with letters, digits, {@code _}, {@code .} and {@code
   * -} only.
   */
  public String containerNamePrefix(InvokerInstanceId instanceId) {
    String name = "wsk" + ScalaValues.orElse(instanceId.uniqueName(), "") + instanceId.toInt();
    StringBuilder allowed = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-') {
        allowed.append(c);
      }
    }
    return allowed.toString();
  }

  /** The registry of users' images, or that of the platform's. */
  public RuntimesRegistryConfig resolveRegistryConfig(
      boolean userProvidedImage,
      RuntimesRegistryConfig runtimesRegistryConfig,
      RuntimesRegistryConfig userImagesRegistryConfig) {
    return userProvidedImage ? userImagesRegistryConfig : runtimesRegistryConfig;
  }
}
