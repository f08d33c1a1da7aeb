// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest and refuses whatever it does not know: a manifest that says less than its author
 * believes would fail later and elsewhere.
 */
public final class ManifestReader {
  private static final int MOST_BYTES = 64 << 10;
  private static final int MOST_DIRECTORIES = 16;
  private static final int MOST_VARIABLES = 64;
  private static final int MOST_RULES = 64;
  private static final int MOST_ARGUMENTS = 64;
  private static final Set<String> CAPABILITIES = Set.of("directories", "environment", "http");
  private static final Set<String> ALL =
      Set.of("directories", "environment", "http", "snapshot", "engine", "arguments");

  private final StrictJson json;
  private List<DirectoryAsk> directories = List.of();
  private List<String> environment = List.of();
  private List<HttpRule> http = List.of();
  private Optional<String> httpGet = Optional.empty();
  private Optional<SnapshotAsk> snapshot = Optional.empty();
  private EngineChoice engine = EngineChoice.AUTO;
  private List<String> arguments = List.of();

  private ManifestReader(StrictJson json) {
    this.json = json;
  }

  /**
   * Reads {@code wasmwhisk.json}.
   *
   * @throws CapabilityException which names what was found where, and what was expected
   */
  public static Manifest read(byte[] file) throws CapabilityException {
    if (file.length > MOST_BYTES) {
      throw new CapabilityException(
          "%s has %d bytes, expected at most %d."
              .formatted(Manifest.FILE, file.length, MOST_BYTES));
    }
    return read(Manifest.FILE, file, ALL);
  }

  /**
   * Reads an annotation, which has capabilities only.
   *
   * @param source what is read, for messages
   */
  static Manifest read(String source, byte[] text) throws CapabilityException {
    return read(source, text, CAPABILITIES);
  }

  private static Manifest read(String source, byte[] text, Set<String> keys)
      throws CapabilityException {
    try (StrictJson json = new StrictJson(source, text)) {
      ManifestReader reader = new ManifestReader(json);
      json.object(keys, reader::member);
      json.end();
      return new Manifest(
          reader.directories,
          reader.environment,
          reader.http,
          reader.httpGet,
          reader.snapshot,
          reader.engine,
          reader.arguments);
    }
  }

  private void member(String key) throws CapabilityException {
    switch (key) {
      case "directories" -> {
        directories = json.array(MOST_DIRECTORIES, this::directory);
        requireDistinct();
      }
      case "environment" -> environment = json.array(MOST_VARIABLES, this::variable);
      case "http" -> json.object(Set.of("allow", "get"), this::httpMember);
      case "snapshot" -> snapshot = Optional.of(snapshot());
      case "engine" -> engine = EngineChoice.of(json.oneOf("auto", "graalwasm", "endive"));
      case "arguments" -> arguments = json.array(MOST_ARGUMENTS, this::argument);
      default -> throw new IllegalStateException(key);
    }
  }

  private void requireDistinct() throws CapabilityException {
    Set<String> seen = new HashSet<>();
    for (DirectoryAsk each : directories) {
      if (!seen.add(each.guest())) {
        throw json.refused(
            "has two directories as \"" + each.guest() + "\"", "a guest path for each");
      }
    }
  }

  private void httpMember(String key) throws CapabilityException {
    if (key.equals("allow")) {
      http = json.array(MOST_RULES, this::rule);
    } else {
      httpGet = Optional.of(url());
    }
  }

  private DirectoryAsk directory() throws CapabilityException {
    DirectoryMembers found = new DirectoryMembers();
    json.object(Set.of("directory", "guest", "mode"), found::member);
    String directory = found.directory;
    if (directory == null) {
      throw json.refused("has no key \"directory\"", "a name of the operator's, or a host path");
    }
    String name = directory.startsWith("/") ? directory : "/" + directory;
    try {
      return new DirectoryAsk(directory, found.guest == null ? name : found.guest, found.writable);
    } catch (IllegalArgumentException e) {
      throw json.refused(String.valueOf(e.getMessage()));
    }
  }

  /** One entry of {@code directories}, key by key. */
  private final class DirectoryMembers {
    private @Nullable String directory;
    private @Nullable String guest;
    private boolean writable;

    void member(String key) throws CapabilityException {
      switch (key) {
        case "directory" -> directory = json.string();
        case "guest" -> guest = json.string();
        default -> writable = json.oneOf("ro", "rw").equals("rw");
      }
    }
  }

  private SnapshotAsk snapshot() throws CapabilityException {
    SnapshotMembers found = new SnapshotMembers();
    json.object(Set.of("initialize", "renew", "start"), found::member);
    return new SnapshotAsk(found.initialize, found.renew, found.start);
  }

  /** The names of functions, key by key. */
  private final class SnapshotMembers {
    private Optional<String> initialize = Optional.empty();
    private Optional<String> renew = Optional.empty();
    private Optional<String> start = Optional.empty();

    void member(String key) throws CapabilityException {
      Optional<String> name = Optional.of(json.string());
      switch (key) {
        case "initialize" -> initialize = name;
        case "renew" -> renew = name;
        default -> start = name;
      }
    }
  }

  private String variable() throws CapabilityException {
    String name = json.string();
    if (!Variables.isName(name)) {
      throw json.refused("is \"" + StrictJson.shown(name) + "\"", Variables.WORDS);
    }
    return name;
  }

  /** WASI's end with a zero byte. */
  private String argument() throws CapabilityException {
    String argument = json.string();
    if (argument.indexOf(0) >= 0) {
      throw json.refused("contains a zero byte", "an argument without one");
    }
    return argument;
  }

  private HttpRule rule() throws CapabilityException {
    try {
      return HttpRule.parse(json.string());
    } catch (IllegalArgumentException e) {
      throw json.refused(String.valueOf(e.getMessage()));
    }
  }

  private String url() throws CapabilityException {
    String url = json.string();
    try {
      Destination.parse(url);
      return url;
    } catch (HttpException e) {
      throw json.refused("is no URL of http or https", "one without user and password");
    }
  }
}
