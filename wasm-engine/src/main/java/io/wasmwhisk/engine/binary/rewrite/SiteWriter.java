// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static io.wasmwhisk.engine.binary.rewrite.Opcodes.CALL;

import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.Sites;
import io.wasmwhisk.engine.binary.read.Sites.Site;
import io.wasmwhisk.engine.binary.write.ByteSink;

/** Copies ranges of a module with what has to change in them changed. */
final class SiteWriter {
  private final byte[] bytes;
  private final Sites sites;
  private final FunctionSpace functions;
  private final Guards guards;

  SiteWriter(ModuleLayout module, FunctionSpace functions, Guards guards) {
    this.bytes = module.bytes();
    this.sites = module.sites();
    this.functions = functions;
    this.guards = guards;
  }

  /** Whether nothing has to change in a range. */
  boolean isUnchanged(int from, int to) {
    int first = sites.firstFrom(from);
    while (first < sites.count() && sites.site(first).start() < to) {
      if (changes(sites.site(first))) {
        return false;
      }
      first++;
    }
    return true;
  }

  /** Copies a range. */
  void copy(ByteSink out, int from, int to) {
    int copied = from;
    for (int i = sites.firstFrom(from); i < sites.count(); i++) {
      Site site = sites.site(i);
      if (site.start() >= to) {
        break;
      }
      if (changes(site)) {
        out.copy(bytes, copied, site.start());
        replace(out, site);
        copied = site.end();
      }
    }
    out.copy(bytes, copied, to);
  }

  private boolean changes(Site site) {
    return switch (site.kind()) {
      case FUNCTION -> site.index() < functions.moved();
      case MEMORY_GROWTH, TABLE_GROWTH -> true;
    };
  }

  private void replace(ByteSink out, Site site) {
    switch (site.kind()) {
      case FUNCTION -> out.unsigned(functions.ofDefined(site.index()));
      case MEMORY_GROWTH ->
          out.put(CALL).unsigned(functions.ofGuard(guards.ofMemory(site.index())));
      case TABLE_GROWTH -> out.put(CALL).unsigned(functions.ofGuard(guards.ofTable(site.index())));
    }
  }
}
