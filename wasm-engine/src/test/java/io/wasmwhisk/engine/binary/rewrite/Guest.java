// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;

/** An instance of a module on GraalWasm; it may import what rewritten modules import. */
final class Guest implements AutoCloseable {
  private static final Engine ENGINE =
      Engine.newBuilder("wasm")
          .allowExperimentalOptions(true)
          .option("engine.WarnInterpreterOnly", "false")
          .option("wasm.ExtendedConstExpressions", "true")
          .option("wasm.MultiMemory", "true")
          .option("wasm.Memory64", "true")
          .option("wasm.UseUnsafeMemory", "true")
          .build();

  private final Context context = Context.newBuilder("wasm").engine(ENGINE).build();
  private final Value exports;

  Guest(byte[] module) {
    this(module, new Host());
  }

  Guest(byte[] module, Host host) {
    exports = context.eval(source(module)).newInstance(host.imports()).getMember("exports");
  }

  /** Parses and validates, without an instance. */
  static void validate(byte[] module) {
    try (Context context = Context.newBuilder("wasm").engine(ENGINE).build()) {
      context.parse(source(module));
    }
  }

  private static Source source(byte[] module) {
    return Source.newBuilder("wasm", ByteSequence.create(module), "test").buildLiteral();
  }

  boolean exports(String name) {
    return exports.hasMember(name);
  }

  int call(String function, Object... arguments) {
    return exports.getMember(function).execute(arguments).asInt();
  }

  long callLong(String function, Object... arguments) {
    return exports.getMember(function).execute(arguments).asLong();
  }

  void run(String function) {
    exports.getMember(function).executeVoid();
  }

  int global(String name) {
    return exports.getMember(name).getMember("value").asInt();
  }

  int byteAt(String memory, long address) {
    return exports.getMember(memory).readBufferByte(address);
  }

  @Override
  public void close() {
    context.close();
  }
}
