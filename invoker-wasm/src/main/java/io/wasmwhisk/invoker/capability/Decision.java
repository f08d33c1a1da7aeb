// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import io.wasmwhisk.engine.Capabilities;
import io.wasmwhisk.engine.DirectoryGrant;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.http.HttpRule;
import io.wasmwhisk.engine.http.client.HttpAccess;
import io.wasmwhisk.engine.http.client.HttpTransport;
import io.wasmwhisk.invoker.capability.manifest.Annotations;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.capability.manifest.DirectoryAsk;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One action's asks against one namespace's policy. */
final class Decision {
  private static final int MOST_SHOWN = 10;

  private final String namespace;
  private final NamespacePolicy policy;
  private final Annotations annotations;
  private final HttpTransport transport;
  private final List<String> refusals = new ArrayList<>();

  Decision(
      String namespace, NamespacePolicy policy, Annotations annotations, HttpTransport transport) {
    this.namespace = namespace;
    this.policy = policy;
    this.annotations = annotations;
    this.transport = transport;
  }

  Granted decide(Optional<Manifest> manifest) throws CapabilityException {
    Manifest asked = manifest.orElseGet(() -> annotations.asks(policy.allow()));
    if (manifest.isEmpty() && annotations.asksForNetwork() && policy.allow().isEmpty()) {
      refuse("http, by the annotation " + Annotations.NETWORK, "nothing", "http.allow");
    }
    List<DirectoryGrant> directories = new ArrayList<>();
    asked.directories().forEach(ask -> directory(ask).ifPresent(directories::add));
    Map<String, String> environment = environment(asked);
    Optional<HttpAccess> http = http(asked);
    if (!refusals.isEmpty()) {
      throw new CapabilityException(
          "The action asks for what the operator does not allow the namespace \"%s\": %s. Have it allowed, or do not ask for it in %s."
              .formatted(namespace, String.join("; ", refusals), Manifest.FILE));
    }
    return new Granted(new Capabilities(directories, http), environment);
  }

  private Optional<DirectoryGrant> directory(DirectoryAsk ask) {
    String asked = "the directory " + ask;
    Optional<Map.Entry<String, OfferedDirectory>> offer = offer(ask);
    if (offer.isEmpty()) {
      refuse(asked, shown(policy.directories().keySet()), "directories");
      return Optional.empty();
    }
    OfferedDirectory offered = offer.get().getValue();
    String key = "directories." + offer.get().getKey();
    if (ask.writable() && !offered.writable()) {
      refuse(asked, "ro", key + ".mode");
    } else if (!offered.mayAppearAt(ask.guest())) {
      refuse(asked, "at or below " + offered.guest(), key + ".guest");
    } else if (annotations.keepsDirectory(ask)) {
      return opened(asked, key, grant(ask, offered));
    }
    return Optional.empty();
  }

  /** The directory of a name; or of those that hold a path the innermost. */
  private Optional<Map.Entry<String, OfferedDirectory>> offer(DirectoryAsk ask) {
    return policy.directories().entrySet().stream()
        .filter(
            each ->
                ask.byPath()
                    ? Path.of(ask.directory()).startsWith(each.getValue().path())
                    : each.getKey().equals(ask.directory()))
        .max(Comparator.comparingInt(each -> each.getValue().path().getNameCount()));
  }

  private DirectoryGrant grant(DirectoryAsk ask, OfferedDirectory offered) {
    String below =
        ask.byPath() ? offered.path().relativize(Path.of(ask.directory())).toString() : "";
    return new DirectoryGrant(
        ask.guest(), offered.path(), below, ask.writable() && annotations.keepsWritable(ask));
  }

  private Optional<DirectoryGrant> opened(String asked, String key, DirectoryGrant grant) {
    try {
      grant.check();
      return Optional.of(grant);
    } catch (IOException e) {
      refusals.add(
          "%s (it cannot be opened on this invoker: %s; %s.%s.path)"
              .formatted(asked, e.getMessage(), policy.key(), key));
      return Optional.empty();
    }
  }

  private Map<String, String> environment(Manifest asked) {
    Map<String, String> environment = new HashMap<>();
    for (String name : asked.environment()) {
      String value = policy.environment().get(name);
      if (value == null) {
        refuse("the variable " + name, shown(policy.environment().keySet()), "environment");
      } else if (annotations.keepsVariable(name)) {
        environment.put(name, value);
      }
    }
    return environment;
  }

  private Optional<HttpAccess> http(Manifest asked) {
    for (HttpRule rule : asked.http()) {
      if (!rule.coveredBy(policy.allow())) {
        refuse("http " + rule, shown(policy.allow()), "http.allow");
      }
    }
    HttpPolicy narrowed = policy.http().narrowed(asked.http());
    Optional<String> url = asked.httpGet();
    if (url.isPresent() && !allows(narrowed, url.get())) {
      refuse("http.get", shown(asked.http()), "http.allow, and http.allow of " + Manifest.FILE);
    }
    if (asked.http().isEmpty() || !annotations.keepsNetwork()) {
      return Optional.empty();
    }
    HttpPolicy effective =
        annotations
            .narrowed()
            .map(manifest -> narrowed.narrowed(manifest.http()))
            .orElse(narrowed)
            .withWowUrl(url.or(policy.http()::wowUrl));
    return Optional.of(new HttpAccess(transport, namespace, effective));
  }

  private static boolean allows(HttpPolicy policy, String url) {
    try {
      return policy.allows("GET", Destination.parse(url));
    } catch (HttpException e) {
      return false;
    }
  }

  private void refuse(String asked, String allowed, String key) {
    refusals.add("%s (allowed: %s; %s.%s)".formatted(asked, allowed, policy.key(), key));
  }

  private static String shown(Collection<?> allowed) {
    return allowed.isEmpty()
        ? "nothing"
        : allowed.stream()
            .map(String::valueOf)
            .sorted()
            .limit(MOST_SHOWN)
            .collect(Collectors.joining(", "));
  }
}
