// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.endive.code.FlatMemory;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.TableInstance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

/** A module and the classes that were made of it. */
final class EndiveCode implements GuestCode {
  private final WasmModule module;
  private final Function<Instance, Machine> machines;
  private final EndiveImports imports;
  private final Map<DataSegment, byte[]> data = new IdentityHashMap<>();
  private final Set<String> functions = new HashSet<>();
  private final Set<String> memories = new HashSet<>();

  EndiveCode(WasmModule module, Function<Instance, Machine> machines) {
    this.module = module;
    this.machines = machines;
    this.imports = new EndiveImports(module);
    for (DataSegment segment : module.dataSection().dataSegments()) {
      data.put(segment, segment.data());
    }
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      Export export = module.exportSection().getExport(i);
      if (export.exportType() == ExternalType.FUNCTION) {
        functions.add(export.name());
      } else if (export.exportType() == ExternalType.MEMORY) {
        memories.add(export.name());
      }
    }
  }

  @Override
  public String engine() {
    return EndiveAdapter.NAME;
  }

  @Override
  public GuestInstance instantiate(Imports host, String memoryExport) throws GuestFailure {
    EndiveMemory memory = new EndiveMemory();
    try {
      Instance instance =
          Instance.builder(module)
              .withMachineFactory(machines)
              .withImportValues(imports.of(host, memory))
              .withMemoryFactory(limits -> new FlatMemory(limits, data))
              .withTableFactory(EndiveCode::table)
              .withStart(false)
              .build();
      if (instance.memory() instanceof FlatMemory own) {
        own.globals = globals(instance);
      }
      if (memories.contains(memoryExport)) {
        memory.bind((FlatMemory) instance.exports().memory(memoryExport));
      }
      return new EndiveInstance(instance, functions);
    } catch (OutOfMemoryError e) {
      throw new GuestFailure.OutOfMemory();
    } catch (LinkageError e) {
      throw Failures.of(e);
    } catch (RuntimeException e) {
      throw Failures.atInstantiation(e);
    }
  }

  /** No module can import one: none of ours does, and a host has none. */
  private GlobalInstance[] globals(Instance instance) {
    GlobalInstance[] globals = new GlobalInstance[module.globalSection().globalCount()];
    Arrays.setAll(globals, instance::global);
    return globals;
  }

  /**
   * A table whose limits are its own: where a table grows, Endive raises the minimum of the limits
   * it was made with, which are the module's, and hence the next instance's.
   */
  private static TableInstance table(Table table, int initialValue) {
    TableLimits limits =
        new TableLimits(table.limits().min(), table.limits().max(), table.limits().shared());
    return new TableInstance(
        new Table(table.elementType(), limits, table.initialize()), initialValue) {
      /** A sum that passes 2³¹ is negative in Endive, and hence below any limit. */
      @Override
      public int grow(int size, int value, Instance instance) {
        return size > limits().max() - size() ? -1 : super.grow(size, value, instance);
      }
    };
  }
}
