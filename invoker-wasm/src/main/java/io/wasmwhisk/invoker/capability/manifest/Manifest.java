// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.http.HttpRule;
import java.util.List;
import java.util.Optional;

/**
 * What an action asks for.
 *
 * @param directories directories of the host, in the order in which the guest finds them open
 * @param environment names of variables whose values the operator has
 * @param http what it wants to reach
 * @param httpGet what WoW's {@code http.get()} asks for
 * @param snapshot whether, and how, its activations are to begin with a snapshot
 * @param engine which engine is to run it
 * @param arguments what it finds between its name and the parameters, as a program's arguments
 */
public record Manifest(
    List<DirectoryAsk> directories,
    List<String> environment,
    List<HttpRule> http,
    Optional<String> httpGet,
    Optional<SnapshotAsk> snapshot,
    EngineChoice engine,
    List<String> arguments) {
  /** The manifest's path in an action's zip. */
  public static final String FILE = "wasmwhisk.json";

  /** Nothing is asked for. */
  public static final Manifest NONE =
      new Manifest(List.of(), List.of(), List.of(), Optional.empty());

  /** A manifest with capabilities alone. */
  public Manifest(
      List<DirectoryAsk> directories,
      List<String> environment,
      List<HttpRule> http,
      Optional<String> httpGet) {
    this(directories, environment, http, httpGet, Optional.empty(), EngineChoice.AUTO, List.of());
  }

  /** Copies the lists. */
  public Manifest {
    directories = List.copyOf(directories);
    environment = List.copyOf(environment);
    http = List.copyOf(http);
    arguments = List.copyOf(arguments);
  }
}
