// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the jar's version, and the JVM's. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = WasmWhisk.class.getPackage().getImplementationVersion();
    return new String[] {
      "wasmwhisk " + Objects.requireNonNullElse(version, "(not packaged)"),
      "on Java %s (%s)".formatted(Runtime.version(), System.getProperty("java.vm.name"))
    };
  }
}
