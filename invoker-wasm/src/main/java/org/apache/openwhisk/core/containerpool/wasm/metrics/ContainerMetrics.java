// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import io.wasmwhisk.invoker.Action;
import java.util.concurrent.CompletableFuture;

/** What one container does, counted; or not, and then at no cost. */
public interface ContainerMetrics {
  /** Counts nothing: each future comes back as it is. */
  ContainerMetrics NONE =
      new ContainerMetrics() {
        @Override
        public CompletableFuture<Action.Initialized> initializing(
            CompletableFuture<Action.Initialized> initialization) {
          return initialization;
        }

        @Override
        public CompletableFuture<Action.Ran> running(CompletableFuture<Action.Ran> run) {
          return run;
        }

        @Override
        public void destroyed() {}
      };

  /** An initialisation begins; what comes back completes after it was counted. */
  CompletableFuture<Action.Initialized> initializing(
      CompletableFuture<Action.Initialized> initialization);

  /** A run begins; what comes back completes after it was counted. */
  CompletableFuture<Action.Ran> running(CompletableFuture<Action.Ran> run);

  /** The container is gone; idempotent. */
  void destroyed();
}
