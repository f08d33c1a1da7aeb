// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.runtimes;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spray.json.JsObject;

/**
 * All families of the manifest, each with its runtimes. A family of several runtimes needs exactly
 * one default, and no kind may be declared twice.
 */
public record Runtimes(Map<String, List<RuntimeKind>> families) {
  private static final Pattern FAMILY_DEFAULT = Pattern.compile("([a-z0-9]+):default");

  public Runtimes {
    families = new LinkedHashMap<>(families);
    families.forEach(Runtimes::defaultOf);
    List<String> kinds = new ArrayList<>();
    families.values().forEach(runtimes -> runtimes.forEach(runtime -> kinds.add(runtime.kind())));
    for (String kind : kinds) {
      if (kinds.indexOf(kind) != kinds.lastIndexOf(kind)) {
        throw new IllegalArgumentException("the kind '" + kind + "' is declared twice");
      }
    }
  }

  /** The runtime of a kind, where {@code <family>:default} stands for the family's default. */
  public Optional<RuntimeKind> resolve(String kind) {
    Matcher matcher = FAMILY_DEFAULT.matcher(kind);
    if (matcher.matches()) {
      String family = matcher.group(1);
      return Optional.ofNullable(families.get(family)).map(list -> defaultOf(family, list));
    }
    return all().stream().filter(runtime -> runtime.kind().equals(kind)).findFirst();
  }

  /** Every kind, family by family. */
  public List<String> kinds() {
    return all().stream().map(RuntimeKind::kind).toList();
  }

  /** The {@code runtimes} of {@code GET /}. */
  public JsObject toJson() {
    Fields json = Fields.asMap();
    for (var family : families.entrySet()) {
      json = json.with(family.getKey(), Json.array(family.getValue(), RuntimeKind::toJson));
    }
    return json.toJson();
  }

  private List<RuntimeKind> all() {
    return families.values().stream().flatMap(List::stream).toList();
  }

  private static RuntimeKind defaultOf(String family, List<RuntimeKind> runtimes) {
    List<RuntimeKind> defaults = runtimes.stream().filter(RuntimeKind::isDefault).toList();
    if (defaults.size() == 1) {
      return defaults.get(0);
    }
    if (defaults.isEmpty() && runtimes.size() == 1) {
      return runtimes.get(0);
    }
    throw new IllegalArgumentException(
        "the family '%s' has %d runtimes and %d defaults; exactly one must say \"default\": true"
            .formatted(family, runtimes.size(), defaults.size()));
  }
}
