// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import io.wasmwhisk.engine.binary.read.Bodies;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.write.ByteSink;
import java.util.Optional;

/** Writes the function section and the code section in the order of {@link FunctionSpace}. */
final class CodeWriter {
  private final ModuleLayout module;
  private final Bodies bodies;
  private final FunctionSpace functions;
  private final HostFunctions host;
  private final Guards guards;
  private final Frames frames;
  private final SiteWriter sites;
  private final Optional<Capture> capture;

  CodeWriter(
      ModuleLayout module,
      FunctionSpace functions,
      HostFunctions host,
      Guards guards,
      Frames frames,
      SiteWriter sites,
      Optional<Capture> capture) {
    this.module = module;
    this.bodies = module.bodies();
    this.functions = functions;
    this.host = host;
    this.guards = guards;
    this.frames = frames;
    this.sites = sites;
    this.capture = capture;
  }

  private int count() {
    return functions.defined()
        + functions.guards()
        + frames.count()
        + (capture.isPresent() ? 1 : 0);
  }

  /**
   * The new content of the function section.
   *
   * @param guardType the index of the first guard's type; that of {@link Capture} follows theirs
   */
  ByteSink types(int guardType) {
    ByteSink out = new ByteSink(2 * count() + 16).unsigned(count());
    for (int i = functions.moved(); i < functions.defined(); i++) {
      writeType(out, i);
    }
    for (int i = 0; i < functions.moved(); i++) {
      writeType(out, i);
    }
    for (int i = 0; i < functions.guards(); i++) {
      out.unsigned((long) guardType + i);
    }
    frames.wrapped().stream().forEach(function -> writeType(out, function));
    capture.ifPresent(present -> out.unsigned((long) guardType + functions.guards()));
    return out;
  }

  private void writeType(ByteSink out, int function) {
    out.unsigned(module.typeIndex(functions.imported() + function));
  }

  /** The new content of the code section. */
  ByteSink code() {
    int size = bodies.count() == 0 ? 0 : bodies.start(bodies.count()) - bodies.start(0);
    ByteSink out = new ByteSink(size + 256).unsigned(count());
    writeBodies(out, functions.moved(), functions.defined());
    writeBodies(out, 0, functions.moved());
    guards.writeBodies(out, host);
    frames.wrapped().stream().forEach(function -> out.sized(content(function)));
    capture.ifPresent(present -> out.sized(present.body(host)));
    return out;
  }

  /** Bodies in which nothing changes are copied together. */
  private void writeBodies(ByteSink out, int from, int to) {
    int copied = from;
    int wrappers = frames.wrapped().get(0, from).cardinality();
    for (int i = from; i < to; i++) {
      boolean wrapped = frames.wrapped().get(i);
      if (wrapped || !sites.isUnchanged(bodies.content(i), bodies.start(i + 1))) {
        out.copy(module.bytes(), bodies.start(copied), bodies.start(i));
        out.sized(wrapped ? frames.wrapper(i, functions.ofBody(wrappers++), host) : content(i));
        copied = i + 1;
      }
    }
    out.copy(module.bytes(), bodies.start(copied), bodies.start(to));
  }

  private ByteSink content(int body) {
    int start = bodies.content(body);
    int end = bodies.start(body + 1);
    ByteSink content = new ByteSink(end - start + 64);
    sites.copy(content, start, end);
    return content;
  }
}
