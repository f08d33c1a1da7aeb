// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.wasi.abi.RandomSource;
import io.wasmwhisk.engine.wasi.abi.WasiClock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one activation gives to its guest. Texts hold no NUL, which ends them in a guest's memory.
 *
 * @param arguments argv, the program's name first
 * @param environment environment variables, handed over in the map's order
 * @param descriptors standard streams and granted directories; whoever made the table closes it
 * @param clock the time
 * @param random random bytes
 */
public record WasiSettings(
    List<String> arguments,
    Map<String, String> environment,
    DescriptorTable descriptors,
    WasiClock clock,
    RandomSource random) {

  /** Copies the collections and refuses texts that a guest could not be given. */
  public WasiSettings {
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    arguments.forEach(text -> require(text.indexOf('\0') < 0, "argument", text));
    environment.forEach(
        (name, value) -> {
          require(
              !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf('\0') < 0,
              "environment variable's name",
              name);
          require(value.indexOf('\0') < 0, "value of the environment variable " + name, value);
        });
  }

  /** Settings with the JVM's own clocks and random bytes. */
  public WasiSettings(
      List<String> arguments, Map<String, String> environment, DescriptorTable descriptors) {
    this(arguments, environment, descriptors, WasiClock.system(), RandomSource.secure());
  }

  private static void require(boolean valid, String what, String text) {
    if (!valid) {
      throw new IllegalArgumentException(
          "'%s' cannot be the %s: it is empty, or holds a NUL or '='"
              .formatted(text.replace("\0", "\\0"), what));
    }
  }
}
