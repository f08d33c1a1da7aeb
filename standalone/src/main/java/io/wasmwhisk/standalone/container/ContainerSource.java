// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.container;

import io.wasmwhisk.standalone.entities.Response;
import java.util.concurrent.CompletionStage;

/** Makes containers; the edge to OpenWhisk's ContainerFactory. */
public interface ContainerSource {

  /**
   * Starts a container for the job's action. A stage that fails is the platform's fault.
   *
   * @param job the first job that the container will run
   */
  CompletionStage<Creation> create(Job job);

  /** How a creation ended. */
  sealed interface Creation {
    /** The container is up, and not initialized yet. */
    record Created(ActionContainer container) implements Creation {}

    /** There is none, and this is what the activation ends with. */
    record Refused(Response response) implements Creation {}
  }
}
