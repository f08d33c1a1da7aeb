// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Activation;
import java.util.concurrent.CompletableFuture;

/** A job in the pool, with the two promises that were given for it. */
final class Run {
  final Job job;
  final CompletableFuture<Activation> answer = new CompletableFuture<>();
  final CompletableFuture<Activation> recorded = new CompletableFuture<>();

  Run(Job job) {
    this.job = job;
  }
}
