// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.Set;

/** One WebAssembly engine behind our vocabulary: compile, then instantiate. Thread-safe. */
public interface EngineAdapter extends AutoCloseable {

  /** The engine's name as settings and reports use it, {@code graalwasm} for instance. */
  String name();

  /** The engine's own words for how it executes, {@code GraalVM CE} for instance. */
  String implementation();

  /** Whether guest code becomes machine code on this JVM. */
  boolean compiles();

  /** The proposals that this engine runs. */
  Set<Feature> features();

  /** Pages of 65,536 bytes that one memory can have at most. */
  int mostPages();

  /** Bytes of code that a module may have, so that compiling it fits this JVM's heap. */
  default long mostCodeBytes() {
    return Integer.MAX_VALUE;
  }

  /**
   * Validates a module.
   *
   * @param name for diagnostics
   * @param module a binary module; no memory's maximum is above {@link #mostPages}
   * @throws UnfitModuleException when another engine may run it
   * @throws InvalidModuleException when the engine refuses it
   */
  GuestCode compile(String name, byte[] module) throws InvalidModuleException;

  /**
   * As {@link #compile}, for a module that another engine runs already: refuses one that has
   * functions which this engine would have to interpret.
   */
  default GuestCode compileWhole(String name, byte[] module) throws InvalidModuleException {
    return compile(name, module);
  }

  @Override
  void close();
}
