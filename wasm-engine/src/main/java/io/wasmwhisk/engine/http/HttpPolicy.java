// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one action may reach.
 *
 * @param rules lists of rules: a request needs one of each list; no list allows nothing
 * @param addresses ranges that are allowed though they are not on the public Internet
 * @param limits what requests may take
 * @param wowUrl what WoW's {@code http.get()} asks for, which names no URL itself
 */
public record HttpPolicy(
    List<List<HttpRule>> rules,
    List<AddressRange> addresses,
    HttpLimits limits,
    Optional<String> wowUrl) {

  /** Copies the lists. */
  public HttpPolicy {
    rules = rules.stream().map(List::copyOf).toList();
    addresses = List.copyOf(addresses);
  }

  /** This policy, and one of these rules must allow a request as well. */
  public HttpPolicy narrowed(List<HttpRule> further) {
    List<List<HttpRule>> all = new ArrayList<>(rules);
    all.add(further);
    return new HttpPolicy(all, addresses, limits, wowUrl);
  }

  /** This policy with another URL for WoW's import. */
  public HttpPolicy withWowUrl(Optional<String> url) {
    return new HttpPolicy(rules, addresses, limits, url);
  }

  /** Whether a request may be made, as far as its URL and method tell. */
  public boolean allows(String method, Destination destination) {
    return !rules.isEmpty()
        && rules.stream()
            .allMatch(list -> list.stream().anyMatch(rule -> rule.allows(method, destination)));
  }

  /** Whether an address may be connected to. */
  public boolean allows(InetAddress address) {
    return addresses.stream().anyMatch(range -> range.contains(address))
        || PublicAddresses.contain(address);
  }

  /** Without the URL, which may hold a secret. */
  @Override
  public String toString() {
    return "HttpPolicy[rules=%s, addresses=%s, limits=%s]".formatted(rules, addresses, limits);
  }
}
