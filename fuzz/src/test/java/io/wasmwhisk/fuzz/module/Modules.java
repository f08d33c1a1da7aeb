// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import io.wasmwhisk.engine.binary.rewrite.ModuleRewriter;
import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.graal.GraalAdapter;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.fuzz.Repository;
import io.wasmwhisk.fuzz.generate.ModuleGenerator;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeds of the targets in this room, and the way of a module through reader and rewriter. */
final class Modules {
  static final EngineAdapter ENGINE = new GraalAdapter();
  static final EngineAdapter ENDIVE = new EndiveAdapter(null);

  /** Larger than any memory that a generated module grows to. */
  static final int PAGES = 1_000;

  static final int ELEMENTS = 100_000;
  private static final int GENERATED = 40;

  private Modules() {}

  /** Guests, hand-made odd modules, and generated ones. */
  static Stream<byte[]> seeds() {
    Stream<byte[]> known = Stream.concat(Repository.guests(), Repository.corpus("wasm").stream());
    return Stream.concat(known, choices().map(ModuleGenerator::generate));
  }

  /** Bytes that are choices for the generator. */
  static Stream<byte[]> choices() {
    return IntStream.range(0, GENERATED).mapToObj(Modules::choices);
  }

  private static byte[] choices(int seed) {
    byte[] bytes = new byte[64 << (seed % 5)];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Whether GraalWasm runs what the module needs. */
  static boolean supported(ModuleInfo info) {
    return supported(ENGINE, info);
  }

  /** Whether an engine runs what the module needs. */
  static boolean supported(EngineAdapter engine, ModuleInfo info) {
    try {
      info.requireSupported(engine.features());
      return true;
    } catch (InvalidModuleException expected) {
      return false;
    }
  }

  /** The module as it is read, empty when it is refused. */
  static Optional<ModuleLayout> read(byte[] module) {
    try {
      return Optional.of(ModuleReader.read(module, ModuleLimits.DEFAULT));
    } catch (InvalidModuleException expected) {
      return Optional.empty();
    }
  }

  /** The rewritten module, empty when it is refused. */
  static Optional<byte[]> rewrite(ModuleLayout module) {
    try {
      return Optional.of(ModuleRewriter.rewrite(module, PAGES, ELEMENTS));
    } catch (InvalidModuleException expected) {
      return Optional.empty();
    }
  }
}
