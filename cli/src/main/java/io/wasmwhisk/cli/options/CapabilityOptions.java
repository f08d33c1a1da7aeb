// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import com.typesafe.config.ConfigValueFactory;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.engine.http.HttpRule;
import io.wasmwhisk.invoker.WasmSettings;
import io.wasmwhisk.invoker.capability.CapabilityGrants;
import io.wasmwhisk.invoker.capability.Granted;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.capability.manifest.DirectoryAsk;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What stands for an operator's policy where there is no operator. */
public final class CapabilityOptions {
  private static final String KEY = "whisk.wasm.capabilities.default";
  private static final String RW = ":rw";

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "NAME=HOST[:rw]",
      description =
          "a host directory that wasmwhisk.json may ask for by its name; without a wasmwhisk.json"
              + " the guest finds it as /NAME")
  private Map<String, String> directories = new LinkedHashMap<>();

  @Option(
      names = "--allow-http",
      paramLabel = "RULE",
      description =
          "what may be reached by HTTP, as in api.example.com or 'GET https://*.example.com:8443'")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--allow-address",
      paramLabel = "RANGE",
      description =
          "addresses that may be reached though they are not public, as in 127.0.0.1 or 10.0.0.0/8")
  private List<String> addresses = new ArrayList<>();

  /**
   * Grants what a manifest asks for; where there is none, everything that the options allow.
   *
   * @param grants those of {@link #grants}
   * @param manifest the zip's
   * @throws CommandFailure when an option is wrong, or something is asked for that none allows
   */
  public Granted grant(CapabilityGrants grants, Optional<Manifest> manifest) {
    try {
      return grants.grant("guest", Optional.of(manifest.orElseGet(this::everything)), Map.of());
    } catch (CapabilityException e) {
      throw new CommandFailure(
          ExitCode.NOT_RUNNABLE,
          e.getMessage() + " Here --dir, --env, --allow-http and --allow-address allow it.");
    }
  }

  /**
   * What the options allow.
   *
   * @param environment variables that may be asked for
   * @throws CommandFailure when an option is wrong
   */
  public CapabilityGrants grants(Map<String, String> environment) {
    Map<String, Object> offered = new LinkedHashMap<>();
    directories.forEach((name, host) -> offered.put(name, directory(host)));
    Map<String, Object> policy =
        Map.of(
            "directories", offered,
            "environment", environment,
            "http", Map.of("allow", rules, "addresses", addresses));
    try {
      return new CapabilityGrants(
          WasmSettings.from(ConfigValueFactory.fromMap(policy).atPath(KEY)).capabilities());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "Wrong options: " + e.getMessage() + ".");
    }
  }

  private static Map<String, Object> directory(String host) {
    boolean writable = host.endsWith(RW);
    String path = writable ? host.substring(0, host.length() - RW.length()) : host;
    return Map.of(
        "path",
        Path.of(path).toAbsolutePath().normalize().toString(),
        "mode",
        writable ? "rw" : "ro");
  }

  private Manifest everything() {
    List<DirectoryAsk> asked = new ArrayList<>();
    directories.forEach(
        (name, host) -> asked.add(new DirectoryAsk(name, "/" + name, host.endsWith(RW))));
    return new Manifest(
        asked, List.of(), rules.stream().map(HttpRule::parse).toList(), Optional.empty());
  }
}
