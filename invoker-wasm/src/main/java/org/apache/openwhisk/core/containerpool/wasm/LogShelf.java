// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wasmwhisk.invoker.ActivationLogs;
import org.apache.openwhisk.common.TransactionMetadata;

/**
 * Logs between the end of a run and their collection. OpenWhisk passes the same {@code
 * TransactionMetadata} object to both, also when runs are concurrent, and never collects where an
 * action's log limit is 0: so keys are compared by identity and held weakly.
 */
final class LogShelf {
  private final Cache<TransactionMetadata, ActivationLogs> logs =
      Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

  void put(TransactionMetadata tid, ActivationLogs lines) {
    logs.put(tid, lines);
  }

  /** The logs of an activation, once; none when there are none. */
  ActivationLogs take(TransactionMetadata tid) {
    ActivationLogs taken = logs.asMap().remove(tid);
    return taken == null ? ActivationLogs.NONE : taken;
  }
}
