// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import io.wasmwhisk.engine.http.client.HttpTransport;
import io.wasmwhisk.invoker.capability.manifest.Annotations;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import java.util.Map;
import java.util.Optional;

/** Grants actions what they ask for and may have. One per invoker; thread-safe. */
public final class CapabilityGrants implements AutoCloseable {
  private final CapabilityPolicies policies;
  private final HttpTransport transport;

  /**
   * @param policies the operator's
   */
  public CapabilityGrants(CapabilityPolicies policies) {
    this(policies, new HttpTransport(policies.httpRequests()));
  }

  CapabilityGrants(CapabilityPolicies policies, HttpTransport transport) {
    this.policies = policies;
    this.transport = transport;
  }

  /**
   * What an action gets. Nothing is left out silently: what it asks for and may not have is an
   * error, which is clearer than a failure at some later call.
   *
   * @param namespace whose policy holds
   * @param manifest what the action's zip says; empty when it has no manifest
   * @param annotations values of the action's annotations as JSON, by name; those that OpenWhisk
   *     gave
   * @throws CapabilityException which names everything that is not allowed
   */
  public Granted grant(
      String namespace, Optional<Manifest> manifest, Map<String, String> annotations)
      throws CapabilityException {
    return new Decision(namespace, policies.of(namespace), Annotations.of(annotations), transport)
        .decide(manifest);
  }

  @Override
  public void close() {
    transport.close();
  }
}
