// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static io.wasmwhisk.engine.binary.rewrite.Opcodes.FUNCTION_TYPE;

import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.Sites;
import io.wasmwhisk.engine.binary.read.Sites.Site;
import io.wasmwhisk.engine.binary.write.ByteSink;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The growth guards of a module: one for each memory and each table that its code grows. */
final class Guards {
  private final ModuleLayout module;
  private final BitSet memories = new BitSet();
  private final BitSet tables = new BitSet();

  Guards(ModuleLayout module) {
    this.module = module;
    Sites sites = module.sites();
    for (int i = 0; i < sites.count(); i++) {
      Site site = sites.site(i);
      switch (site.kind()) {
        case MEMORY_GROWTH -> memories.set(site.index());
        case TABLE_GROWTH -> tables.set(site.index());
        case FUNCTION -> {}
      }
    }
  }

  int count() {
    return memories.cardinality() + tables.cardinality();
  }

  /** The guard's number of a memory. */
  int ofMemory(int memory) {
    return memories.get(0, memory).cardinality();
  }

  /** The guard's number of a table. */
  int ofTable(int table) {
    return memories.cardinality() + tables.get(0, table).cardinality();
  }

  /** Writes the types of all guards, one for each. */
  void writeTypes(ByteSink out) {
    for (GrowthGuard guard : all()) {
      out.put(FUNCTION_TYPE).unsigned(guard.table() ? 2 : 1);
      if (guard.table()) {
        int table = guard.index();
        out.copy(module.bytes(), module.tableTypeStart(table), module.tableLimitsStart(table));
      }
      out.put(guard.addressType(), 1, guard.addressType());
    }
  }

  /** Writes the entries of all guards in the code section. */
  void writeBodies(ByteSink out, HostFunctions host) {
    for (GrowthGuard guard : all()) {
      out.sized(guard.body(host));
    }
  }

  private List<GrowthGuard> all() {
    List<GrowthGuard> guards = new ArrayList<>();
    memories.stream()
        .forEach(i -> guards.add(new GrowthGuard(false, i, module.info().memories().get(i))));
    tables.stream().forEach(i -> guards.add(new GrowthGuard(true, i, tableLimits(i))));
    return guards;
  }

  private Limits tableLimits(int table) {
    return module.info().tables().get(table).limits();
  }
}
