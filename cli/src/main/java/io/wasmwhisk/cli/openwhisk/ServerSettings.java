// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import io.wasmwhisk.cli.rest.ServerAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a real OpenWhisk is started; immutable.
 *
 * @param classes the server
 * @param home the launcher's directory: the plugin in {@code plugin/ext-lib}, {@code
 *     graal-compiler}, {@code jvm.options}, {@code runtimes.json}, {@code standalone.conf}, {@code
 *     actions}
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param manifest the runtimes, in the place of ours
 * @param config settings in HOCON, over ours and OpenWhisk's
 * @param additions jars and directories of classes after the plugin's
 * @param jvmOptions options of the JVM after ours
 * @param key a key of the server's, by which it is asked whether it is there
 * @param log a file for all that the server prints; without one only the end is kept
 */
public record ServerSettings(
    OpenWhiskClasses classes,
    Path home,
    String host,
    int port,
    Optional<Path> manifest,
    Optional<Path> config,
    List<Path> additions,
    List<String> jvmOptions,
    String key,
    Optional<Path> log) {

  /** Copies the lists. */
  public ServerSettings {
    additions = List.copyOf(additions);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** Any free port of 127.0.0.1, our files, OpenWhisk's published guest key. */
  public static ServerSettings of(OpenWhiskClasses classes, Path home) {
    return new ServerSettings(
        classes,
        home,
        "127.0.0.1",
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        ServerAccess.GUEST_KEY,
        Optional.empty());
  }

  /** The same listening elsewhere. */
  public ServerSettings at(String newHost, int newPort) {
    return new ServerSettings(
        classes, home, newHost, newPort, manifest, config, additions, jvmOptions, key, log);
  }

  /** The same with another manifest, or ours. */
  public ServerSettings withManifest(Optional<Path> file) {
    return new ServerSettings(
        classes, home, host, port, file, config, additions, jvmOptions, key, log);
  }

  /** The same with settings over ours, or without. */
  public ServerSettings withConfig(Optional<Path> file) {
    return new ServerSettings(
        classes, home, host, port, manifest, file, additions, jvmOptions, key, log);
  }

  /** The same with these jars and directories of classes after the plugin's. */
  public ServerSettings withAdditions(List<Path> entries) {
    return new ServerSettings(
        classes, home, host, port, manifest, config, entries, jvmOptions, key, log);
  }

  /** The same with these options of the JVM after ours. */
  public ServerSettings withJvmOptions(List<String> options) {
    return new ServerSettings(
        classes, home, host, port, manifest, config, additions, options, key, log);
  }

  /** The same asked by another key. */
  public ServerSettings withKey(String newKey) {
    return new ServerSettings(
        classes, home, host, port, manifest, config, additions, jvmOptions, newKey, log);
  }

  /** The same with a file for all that the server prints. */
  public ServerSettings withLog(Path file) {
    return new ServerSettings(
        classes, home, host, port, manifest, config, additions, jvmOptions, key, Optional.of(file));
  }
}
