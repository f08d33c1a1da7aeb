// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

/** What all containers share. */
public final class Container$ {
  public static final Container$ MODULE$ = new Container$();

  private final ContainerPoolConfig config = ContainerPoolSettings.read();

  private Container$() {}

  /** The line that ends an activation's log where the runtime marks that. */
  public String ACTIVATION_LOG_SENTINEL() {
    return "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";
  }

  /** The settings under {@code whisk.container-pool}. */
  public ContainerPoolConfig config() {
    return config;
  }
}
