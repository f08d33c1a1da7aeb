// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.http.HttpRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an action's annotations say of capabilities. OpenWhisk's scheduler never gives a plugin any,
 * so they narrow what a manifest asks for and never add to it; WoW's two ask where there is no
 * manifest.
 *
 * @param directory WoW's {@code dir}: a path of the host, and the guest's name for it
 * @param network WoW's {@code net_access}
 * @param narrowed {@value #NARROWED}: a manifest of its own
 */
public record Annotations(
    Optional<String> directory, Optional<Boolean> network, Optional<Manifest> narrowed) {
  private static final String DIRECTORY = "dir";

  /** WoW's annotation for HTTP. */
  public static final String NETWORK = "net_access";

  private static final String NARROWED = "wasm-capabilities";

  /**
   * Reads them.
   *
   * @param json the annotations' values by their names
   * @throws CapabilityException when a value is not what it should be
   */
  public static Annotations of(Map<String, String> json) throws CapabilityException {
    return new Annotations(directory(json), network(json), narrowed(json));
  }

  private static Optional<String> directory(Map<String, String> json) throws CapabilityException {
    String value = json.get(DIRECTORY);
    if (value == null) {
      return Optional.empty();
    }
    try (StrictJson reader = reader(DIRECTORY, value)) {
      String path = reader.string();
      String trimmed =
          path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      if (!DirectoryAsk.isPath(trimmed) || trimmed.equals("/")) {
        throw reader.refused(
            "is \"" + StrictJson.shown(path) + "\"", "an absolute path below / without . and ..");
      }
      return Optional.of(trimmed);
    }
  }

  private static Optional<Boolean> network(Map<String, String> json) throws CapabilityException {
    String value = json.get(NETWORK);
    if (value == null) {
      return Optional.empty();
    }
    try (StrictJson reader = reader(NETWORK, value)) {
      return Optional.of(reader.bool());
    }
  }

  private static Optional<Manifest> narrowed(Map<String, String> json) throws CapabilityException {
    @Nullable String value = json.get(NARROWED);
    return value == null
        ? Optional.empty()
        : Optional.of(ManifestReader.read("annotation " + NARROWED, value.getBytes(UTF_8)));
  }

  private static StrictJson reader(String name, String value) throws CapabilityException {
    return new StrictJson("annotation " + name, value.getBytes(UTF_8));
  }

  /**
   * What WoW's annotations ask for, in an action without a manifest.
   *
   * @param reachable what the operator allows, which is what {@code net_access} means
   */
  public Manifest asks(List<HttpRule> reachable) {
    return new Manifest(
        directory.map(path -> List.of(new DirectoryAsk(path, path, true))).orElse(List.of()),
        List.of(),
        network.orElse(false) ? reachable : List.of(),
        Optional.empty());
  }

  /** Whether {@code net_access} asks, in an action without a manifest. */
  public boolean asksForNetwork() {
    return network.orElse(false);
  }

  /** Whether a directory that is asked for is not taken away. */
  public boolean keepsDirectory(DirectoryAsk asked) {
    return directory.map(path -> path.equals(asked.guest())).orElse(true)
        && narrowed
            .map(manifest -> manifest.directories().stream().anyMatch(each -> covers(each, asked)))
            .orElse(true);
  }

  private static boolean covers(DirectoryAsk kept, DirectoryAsk asked) {
    return kept.directory().equals(asked.directory()) && kept.guest().equals(asked.guest());
  }

  /** Whether a directory that was granted for writing stays writable. */
  public boolean keepsWritable(DirectoryAsk asked) {
    return narrowed
        .map(
            manifest ->
                manifest.directories().stream()
                    .anyMatch(each -> covers(each, asked) && each.writable()))
        .orElse(true);
  }

  /** Whether a variable that is asked for is not taken away. */
  public boolean keepsVariable(String name) {
    return narrowed.map(manifest -> Set.copyOf(manifest.environment()).contains(name)).orElse(true);
  }

  /** Whether there is to be any HTTP. */
  public boolean keepsNetwork() {
    return network.orElse(true);
  }
}
