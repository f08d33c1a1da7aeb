// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.wasmwhisk.engine.http.AddressRange;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.http.HttpRule;
import io.wasmwhisk.invoker.capability.manifest.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads {@code whisk.wasm.capabilities}. What a namespace does not say is said by {@code default}.
 * Problems are collected, so that all of them are told together; values of {@code environment} are
 * in none of them.
 */
public final class PolicyReader {
  private static final Set<String> KEYS = Set.of("default", "http-requests", "namespaces");
  private static final Set<String> POLICY = Set.of("directories", "environment", "http");
  private static final Set<String> DIRECTORY = Set.of("guest", "mode", "path");
  private static final Set<String> HTTP =
      Set.of(
          "addresses",
          "allow",
          "concurrent",
          "get",
          "redirects",
          "request-bytes",
          "requests",
          "response-bytes",
          "responses",
          "time");

  private final List<String> problems;

  private PolicyReader(List<String> problems) {
    this.problems = problems;
  }

  /**
   * Reads the block.
   *
   * @param key where it stands
   * @param block the block over its defaults, resolved
   * @param problems what is wrong is added to them
   */
  public static CapabilityPolicies read(String key, Config block, List<String> problems) {
    PolicyReader reader = new PolicyReader(problems);
    reader.refuseUnknown(key, block.root(), KEYS);
    Config everybody = reader.block(key, block, "default");
    Map<String, NamespacePolicy> namespaces = new HashMap<>();
    ConfigObject own = reader.block(key, block, "namespaces").root();
    for (String name : own.keySet()) {
      String at = key + ".namespaces." + name;
      if (own.get(name) instanceof ConfigObject policy) {
        namespaces.put(name, reader.policy(at, policy.toConfig().withFallback(everybody)));
      } else {
        problems.add(at + " is no object");
      }
    }
    return new CapabilityPolicies(
        reader.policy(key + ".default", everybody),
        namespaces,
        reader.value(key, block, "http-requests", block::getInt, 1));
  }

  private NamespacePolicy policy(String at, Config policy) {
    refuseUnknown(at, policy.root(), POLICY);
    Config http = block(at, policy, "http");
    refuseUnknown(at + ".http", http.root(), HTTP);
    List<HttpRule> allow = parsed(at + ".http", http, "allow", HttpRule::parse);
    return new NamespacePolicy(
        at,
        directories(at + ".directories", block(at, policy, "directories").root()),
        environment(at + ".environment", block(at, policy, "environment").root()),
        allow,
        new HttpPolicy(
            List.of(allow),
            parsed(at + ".http", http, "addresses", AddressRange::parse),
            limits(at + ".http", http),
            url(at + ".http", http)));
  }

  private Map<String, OfferedDirectory> directories(String at, ConfigObject offered) {
    Map<String, OfferedDirectory> directories = new LinkedHashMap<>();
    for (Map.Entry<String, ConfigValue> each : offered.entrySet()) {
      String here = at + "." + each.getKey();
      if (isNull(each.getValue())) {
        continue;
      }
      if (!(each.getValue() instanceof ConfigObject object)) {
        problems.add(here + " is no object");
        continue;
      }
      refuseUnknown(here, object, DIRECTORY);
      checked(here, () -> directory(object.toConfig()))
          .ifPresent(directory -> directories.put(each.getKey(), directory));
    }
    return directories;
  }

  /** How a namespace takes back what the default offers. */
  private static boolean isNull(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL;
  }

  private static OfferedDirectory directory(Config object) {
    String mode = object.hasPath("mode") ? object.getString("mode") : "ro";
    if (!Set.of("ro", "rw").contains(mode)) {
      throw new IllegalArgumentException("mode is \"" + mode + "\", expected ro or rw");
    }
    String guest = object.hasPath("guest") ? object.getString("guest") : "/";
    return new OfferedDirectory(Path.of(object.getString("path")), mode.equals("rw"), guest);
  }

  private Map<String, String> environment(String at, ConfigObject values) {
    Map<String, String> environment = new HashMap<>();
    for (Map.Entry<String, ConfigValue> each : values.entrySet()) {
      if (isNull(each.getValue())) {
        continue;
      }
      String name = each.getKey();
      Object value = each.getValue().unwrapped();
      if (!Variables.isName(name)) {
        problems.add("%s.%s: expected %s".formatted(at, name, Variables.WORDS));
      } else if (value instanceof Map || value instanceof List) {
        problems.add("%s.%s: expected a string".formatted(at, name));
      } else if (value.toString().indexOf('\0') >= 0) {
        problems.add("%s.%s: its value has a NUL character".formatted(at, name));
      } else {
        environment.put(name, value.toString());
      }
    }
    return environment;
  }

  private HttpLimits limits(String at, Config http) {
    HttpLimits defaults = HttpLimits.DEFAULTS;
    int before = problems.size();
    long request = value(at, http, "request-bytes", http::getBytes, 0L);
    long response = value(at, http, "response-bytes", http::getBytes, 0L);
    Duration time = value(at, http, "time", http::getDuration, defaults.time());
    int requests = value(at, http, "requests", http::getInt, 1);
    int responses = value(at, http, "responses", http::getInt, 1);
    int redirects = value(at, http, "redirects", http::getInt, 1);
    int concurrent = value(at, http, "concurrent", http::getInt, 1);
    if (problems.size() > before) {
      return defaults;
    }
    return checked(
            at,
            () ->
                new HttpLimits(request, response, time, requests, responses, redirects, concurrent))
        .orElse(defaults);
  }

  private Optional<String> url(String at, Config http) {
    if (!http.hasPath("get")) {
      return Optional.empty();
    }
    String url = value(at, http, "get", http::getString, "");
    try {
      Destination.parse(url);
      return Optional.of(url);
    } catch (HttpException e) {
      problems.add(at + ".get is no URL of http or https, expected one without user and password");
      return Optional.empty();
    }
  }

  private <T> List<T> parsed(String at, Config config, String key, Function<String, T> parser) {
    List<T> values = new ArrayList<>();
    for (String text : value(at, config, key, config::getStringList, List.<String>of())) {
      checked(at + "." + key, () -> parser.apply(text)).ifPresent(values::add);
    }
    return values;
  }

  private Config block(String at, Config config, String key) {
    return value(at, config, key, config::getConfig, ConfigFactory.empty());
  }

  private <T> T value(
      String at, Config config, String key, Function<String, T> getter, T whenBroken) {
    return checked(at + "." + key, () -> getter.apply(key)).orElse(whenBroken);
  }

  private <T> Optional<T> checked(String at, Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (ConfigException | IllegalArgumentException e) {
      problems.add("%s: %s".formatted(at, e.getMessage()));
      return Optional.empty();
    }
  }

  private void refuseUnknown(String at, ConfigObject object, Set<String> known) {
    object.keySet().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(
            key ->
                problems.add(
                    "%s.%s is not a setting; there are %s"
                        .formatted(at, key, String.join(", ", new TreeSet<>(known)))));
  }
}
