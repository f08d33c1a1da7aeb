// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import java.util.Map;

/**
 * The operator's policies: {@code whisk.wasm.capabilities}.
 *
 * @param everybody for namespaces that have none of their own
 * @param namespaces by name
 * @param httpRequests outbound requests under way at once in this invoker
 */
public record CapabilityPolicies(
    NamespacePolicy everybody, Map<String, NamespacePolicy> namespaces, int httpRequests) {

  /** Copies the map. */
  public CapabilityPolicies {
    namespaces = Map.copyOf(namespaces);
    if (httpRequests < 1) {
      throw new IllegalArgumentException(
          "capabilities.http-requests of " + httpRequests + " must be at least 1");
    }
  }

  NamespacePolicy of(String namespace) {
    return namespaces.getOrDefault(namespace, everybody);
  }
}
