// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.Settings;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits;

/** Reads the settings under {@code whisk.container-pool}. */
final class ContainerPoolSettings {
  private ContainerPoolSettings() {}

  static ContainerPoolConfig read() {
    Settings pool = Settings.under("whisk.container-pool");
    return new ContainerPoolConfig(
        new ByteSize(pool.bytes("user-memory"), SizeUnits.BYTE$.MODULE$),
        pool.decimal("concurrent-peek-factor"),
        pool.bool("akka-client"),
        pool.duration("prewarm-expiration-check-init-delay"),
        pool.duration("prewarm-expiration-check-interval"),
        pool.optional("prewarm-expiration-check-interval-variance", Settings::duration),
        pool.integer("prewarm-expiration-limit"),
        pool.integer("prewarm-max-retry-limit"),
        pool.bool("prewarm-promotion"),
        pool.duration("memory-sync-interval"),
        pool.integer("batch-deletion-size"),
        pool.<Object>optional("user-cpus", Settings::decimal),
        pool.optional("prewarm-container-creation-config", (s, n) -> creation()));
  }

  private static PrewarmContainerCreationConfig creation() {
    Settings creation = Settings.under("whisk.container-pool.prewarm-container-creation-config");
    return new PrewarmContainerCreationConfig(
        creation.integer("max-concurrent"), creation.duration("creation-delay"));
  }
}
