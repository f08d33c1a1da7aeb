// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.snapshot;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.MutableGlobal;
import io.wasmwhisk.engine.binary.rewrite.ModuleRewriter;
import io.wasmwhisk.engine.binary.write.ModuleState;
import io.wasmwhisk.engine.binary.write.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A module of which a snapshot can be taken. */
public final class SnapshotModule {
  /** What is called before any function of a module without it (WASI, "application ABI"). */
  public static final String REACTOR_INITIALIZE = "_initialize";

  private static final String START = "_start";
  private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());
  private static final Set<String> NUMBERS = Set.of("i32", "i64", "f32", "f64");

  private final ModuleLayout module;
  private final SnapshotRequest request;

  private SnapshotModule(ModuleLayout module, SnapshotRequest request) {
    this.module = module;
    this.request = request;
  }

  /**
   * Sees whether all that the module may change can be written down in a binary.
   *
   * @throws InvalidModuleException which says what cannot
   */
  public static SnapshotModule of(ModuleLayout module, SnapshotRequest request)
      throws InvalidModuleException {
    SnapshotModule snapshot = new SnapshotModule(module, request);
    snapshot.requireFunction(request.initialize(), "initialize");
    if (request.renew().isPresent()) {
      snapshot.requireFunction(request.renew().get(), "renew");
    }
    if (request.start().isPresent()) {
      snapshot.requireFunction(request.start().get(), "start");
    }
    snapshot.requireOneMemory();
    snapshot.requireLastingTables();
    snapshot.requireNumbers();
    return snapshot;
  }

  /** Why there is no snapshot, in the words of all such reasons. */
  public static InvalidModuleException refused(String reason) {
    return new InvalidModuleException(
        "No snapshot can be taken of the module: %s.".formatted(reason));
  }

  private void requireFunction(String name, String key) throws InvalidModuleException {
    Optional<Export> export = module.info().export(name, ExternalKind.FUNCTION);
    if (export.isEmpty()) {
      throw refused(
          "it does not export the function \"%s\", which \"%s\" names".formatted(name, key));
    }
    FunctionType type = export.get().type();
    if (!NOTHING.equals(type)) {
      throw refused(
          "its function \"%s\", which \"%s\" names, has the type %s, not %s"
              .formatted(name, key, type, NOTHING));
    }
  }

  private void requireOneMemory() throws InvalidModuleException {
    int memories = module.info().memories().size();
    if (memories > 1) {
      throw refused("it has %d memories, a snapshot holds one".formatted(memories));
    }
  }

  private void requireLastingTables() throws InvalidModuleException {
    Set<String> fleeting = module.sites().fleeting();
    if (!fleeting.isEmpty()) {
      throw refused(
          "it has instructions that change tables or use passive segments (%s), of which a snapshot holds nothing"
              .formatted(String.join(", ", fleeting)));
    }
    if (module.info().features().contains(Feature.GC)) {
      throw refused("it uses garbage-collected objects, of which a snapshot holds nothing");
    }
  }

  private void requireNumbers() throws InvalidModuleException {
    for (MutableGlobal global : module.mutableGlobals()) {
      if (!NUMBERS.contains(global.type())) {
        throw refused(
            "its global %d, which it may change, is a %s, a snapshot holds %s"
                .formatted(global.index(), global.type(), "i32, i64, f32 and f64"));
      }
    }
  }

  /** The module that is run once; its host functions are those of a {@link StateReader}, too. */
  public byte[] toCapture(int maximumPages, int maximumElements) throws InvalidModuleException {
    return ModuleRewriter.rewriteToCapture(module, maximumPages, maximumElements);
  }

  /** The module that begins with a state. */
  public byte[] with(ModuleState state) {
    return StateWriter.write(module, state, exports(), renewer());
  }

  private OptionalInt renewer() {
    return request
        .renew()
        .flatMap(name -> module.info().export(name, ExternalKind.FUNCTION))
        .map(export -> OptionalInt.of(export.index()))
        .orElse(OptionalInt.empty());
  }

  private Map<String, Export> exports() {
    ModuleInfo info = module.info();
    Map<String, Export> exports = new LinkedHashMap<>();
    for (Export export : info.exports()) {
      String name = export.name();
      if (!name.equals(request.initialize()) && !name.equals(REACTOR_INITIALIZE)) {
        exports.put(name, export);
      }
    }
    request
        .start()
        .ifPresent(
            name -> {
              exports.remove(name);
              info.export(name, ExternalKind.FUNCTION)
                  .ifPresent(export -> exports.put(START, export));
            });
    return exports;
  }
}
