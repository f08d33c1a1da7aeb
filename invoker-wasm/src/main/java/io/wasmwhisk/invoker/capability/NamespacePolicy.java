// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.http.HttpRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a namespace's actions may be granted.
 *
 * @param key where it stands in the configuration
 * @param directories by the operator's names
 * @param environment values by name; secrets, perhaps
 * @param allow what may be reached
 * @param http the same with ranges of addresses and limits
 */
record NamespacePolicy(
    String key,
    Map<String, OfferedDirectory> directories,
    Map<String, String> environment,
    List<HttpRule> allow,
    HttpPolicy http) {

  /** Copies the collections. */
  NamespacePolicy {
    directories = Map.copyOf(new LinkedHashMap<>(directories));
    environment = Map.copyOf(environment);
    allow = List.copyOf(allow);
  }

  /** Without the values of the environment. */
  @Override
  public String toString() {
    return "%s[directories=%s, environment=%s, http=%s]"
        .formatted(key, new TreeMap<>(directories), new TreeMap<>(environment).keySet(), allow);
  }
}
