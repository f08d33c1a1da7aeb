// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Describes JVMs for tests: without more words, one of a JDK with all options set. */
final class Jvms {
  private final Runtime.Version version;
  private final Map<String, String> modules =
      new HashMap<>(
          Map.of(
              Compilation.INTERFACE,
              "",
              Compilation.COMPILER,
              "file:///opt/compiler-25.0.4.jar",
              Compilation.VECTORS,
              ""));
  private boolean hasCompilerInterface = true;
  private Optional<String> upgradePath = Optional.of("/opt/wasmwhisk/graal-compiler");
  private int avx = 2;

  private Jvms(String version) {
    this.version = Runtime.Version.parse(version);
  }

  static Jvms of(String version) {
    return new Jvms(version);
  }

  Jvms without(String module) {
    modules.remove(module);
    return this;
  }

  Jvms withoutCompilerInterface() {
    hasCompilerInterface = false;
    return without(Compilation.INTERFACE);
  }

  Jvms upgradePath(Optional<String> path) {
    upgradePath = path;
    return this;
  }

  Jvms avx(int level) {
    avx = level;
    return this;
  }

  Jvm jvm() {
    return new Jvm(version, "A VM", "/opt/java", hasCompilerInterface, modules, upgradePath, avx);
  }
}
