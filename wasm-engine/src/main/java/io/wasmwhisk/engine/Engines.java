// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.graal.GraalAdapter;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.UnfitModuleException;
import io.wasmwhisk.engine.store.FileStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engines of this JVM, the one that modules get first. */
final class Engines implements AutoCloseable {
  /** A parameter or result, of a type or of a function, takes an engine as much as so much code. */
  private static final int VALUE_BYTES = 12;

  /**
   * Bytes of code and signatures that are compiled a second time. Of larger modules Endive takes
   * half a second and more of a processor, and a guest like QuickJS gains nothing by it.
   */
  static final long MOST_CODE_TWICE = 512 << 10;

  private final List<EngineAdapter> adapters;

  private Engines(List<EngineAdapter> adapters) {
    this.adapters = adapters;
  }

  /**
   * Starts what a choice needs.
   *
   * @param classes where Endive keeps classes; null for nowhere
   */
  static Engines start(EngineChoice choice, @Nullable FileStore classes) {
    return new Engines(
        switch (choice) {
          case GRAALWASM -> List.of(new GraalAdapter());
          case ENDIVE -> List.of(new EndiveAdapter(classes));
          case AUTO -> automatic(new GraalAdapter(), new EndiveAdapter(classes));
        });
  }

  private static List<EngineAdapter> automatic(GraalAdapter graal, EndiveAdapter endive) {
    return graal.compiles() ? List.of(graal, endive) : List.of(endive, graal);
  }

  /**
   * The engine for a module: the first one that has what the module uses.
   *
   * @param pin the one that it is to get; {@link EngineChoice#AUTO} for any
   * @throws InvalidModuleException when none has; the message is about the first one
   */
  EngineAdapter forModule(ModuleInfo info, EngineChoice pin) throws InvalidModuleException {
    return able(info, pin).getFirst();
  }

  /** Those that have what the module uses, at least one. */
  private List<EngineAdapter> able(ModuleInfo info, EngineChoice pin)
      throws InvalidModuleException {
    List<EngineAdapter> candidates = candidates(pin);
    List<EngineAdapter> able =
        candidates.stream().filter(each -> each.features().containsAll(info.features())).toList();
    info.requireSupported((able.isEmpty() ? candidates : able).getFirst().features());
    return able;
  }

  /** What somebody does with a module and one of the engines. */
  @FunctionalInterface
  interface Attempt<T> {
    T with(EngineAdapter engine) throws InvalidModuleException;
  }

  /**
   * Tries a module with the engine that it is to get, and with the next one that has what it uses
   * where that cannot compile it.
   *
   * @param pin as for {@link #forModule}
   * @throws InvalidModuleException when none can run it; the message is about the first one
   */
  <T> T compile(ModuleLayout module, EngineChoice pin, Attempt<T> attempt)
      throws InvalidModuleException {
    long size = sizeToCompile(module);
    UnfitModuleException unfit = null;
    for (EngineAdapter engine : able(module.info(), pin)) {
      try {
        requireRoom(size, engine);
        return attempt.with(engine);
      } catch (UnfitModuleException e) {
        unfit = unfit == null ? e : unfit;
      }
    }
    throw Objects.requireNonNull(unfit);
  }

  /**
   * The engine that is to run a module in the end, where that is not the one that it begins with.
   *
   * @param pin as for {@link #forModule}
   * @param first the one that it begins with
   */
  Optional<EngineAdapter> second(ModuleLayout module, EngineChoice pin, EngineAdapter first)
      throws InvalidModuleException {
    if (pin != EngineChoice.AUTO || !first.name().equals(EngineChoice.GRAALWASM.word())) {
      return Optional.empty();
    }
    long size = sizeToCompile(module);
    return able(module.info(), pin).stream()
        .filter(each -> each != first && size <= Math.min(each.mostCodeBytes(), MOST_CODE_TWICE))
        .findFirst();
  }

  /** Bytes of code, with that by which the functions can be called. */
  private static long sizeToCompile(ModuleLayout module) {
    long values = 0;
    for (FunctionType type : module.info().functionTypes()) {
      values += values(type);
    }
    for (int i = module.importedFunctions(); i < module.info().functions(); i++) {
      values += values(module.functionType(i));
    }
    return module.info().codeBytes() + VALUE_BYTES * values;
  }

  private static int values(FunctionType type) {
    return type.parameters().size() + type.results().size();
  }

  private static void requireRoom(long size, EngineAdapter engine) throws UnfitModuleException {
    if (size > engine.mostCodeBytes()) {
      throw new UnfitModuleException(
          "The module has %d bytes of code and signatures; the limit is %d bytes for %s on the heap of this JVM (%d bytes)."
              .formatted(
                  size, engine.mostCodeBytes(), engine.name(), Runtime.getRuntime().maxMemory()));
    }
  }

  private List<EngineAdapter> candidates(EngineChoice pin) throws InvalidModuleException {
    List<EngineAdapter> candidates =
        adapters.stream()
            .filter(each -> pin == EngineChoice.AUTO || each.name().equals(pin.word()))
            .toList();
    if (candidates.isEmpty()) {
      throw new InvalidModuleException(
          "The module is to run on the engine %s, but only %s is set (whisk.wasm.engine)."
              .formatted(pin.word(), first().name()));
    }
    return candidates;
  }

  /**
   * Why a module gets the engine that it gets.
   *
   * @throws InvalidModuleException when it gets none
   */
  String reason(ModuleInfo info, EngineChoice pin) throws InvalidModuleException {
    EngineAdapter given = forModule(info, pin);
    if (pin != EngineChoice.AUTO) {
      return "its manifest asks for it";
    }
    if (adapters.size() == 1) {
      return "no other is set";
    }
    if (given != first()) {
      Set<Feature> missing = EnumSet.copyOf(info.features());
      missing.removeAll(first().features());
      return "%s lacks %s"
          .formatted(
              first().name(),
              missing.stream().map(Feature::proposal).collect(Collectors.joining(", ")));
    }
    if (given.name().equals(EngineChoice.ENDIVE.word())) {
      return "graalwasm would only interpret on this JVM";
    }
    return able(info, pin).size() == 1
        ? "endive lacks what it uses"
        : "it runs the module at once; endive takes over after two short activations, when it has compiled the module";
  }

  /** The one that modules get unless they need another. */
  EngineAdapter first() {
    return adapters.getFirst();
  }

  @Override
  public void close() {
    adapters.forEach(EngineAdapter::close);
  }
}
