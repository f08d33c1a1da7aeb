// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;

/** What a module does, line by line: what its functions return and what its memories hold. */
final class Trace {
  private static final Engine ENGINE =
      Engine.newBuilder("wasm")
          .allowExperimentalOptions(true)
          .option("engine.WarnInterpreterOnly", "false")
          .option("wasm.ExtendedConstExpressions", "true")
          .option("wasm.MultiMemory", "true")
          .option("wasm.Memory64", "true")
          .option("wasm.UseUnsafeMemory", "true")
          .build();

  /** How a line ends whose call took more stack than there was. */
  static final String STACK_EXHAUSTED = "call stack exhausted";

  private static final int ROUNDS = 2;

  private final Choices choices;
  private final List<String> lines = new ArrayList<>();

  private Trace(Choices choices) {
    this.choices = choices;
  }

  /**
   * Runs a module.
   *
   * @param info of the module before it was rewritten
   */
  static List<String> of(byte[] module, ModuleInfo info, Choices choices) {
    Trace trace = new Trace(choices);
    try (Context context = Context.newBuilder("wasm").engine(ENGINE).build()) {
      Source source = Source.newBuilder("wasm", ByteSequence.create(module), "fuzz").buildLiteral();
      trace.run(context.eval(source), info);
    }
    return trace.lines;
  }

  private void run(Value module, ModuleInfo info) {
    try {
      Value exports = module.newInstance(HostImports.object()).getMember("exports");
      if (exports.hasMember(ReservedNames.START)) {
        exports.getMember(ReservedNames.START).executeVoid();
      }
      for (int round = 0; round < ROUNDS; round++) {
        info.exports().forEach(export -> observe(export, exports));
      }
    } catch (PolyglotException e) {
      lines.add("instantiation: " + words(e));
    }
  }

  private void observe(Export export, Value exports) {
    Value value = exports.getMember(export.name());
    if (export.kind() == ExternalKind.FUNCTION) {
      call(export.name(), Objects.requireNonNull(export.type()), value);
    } else if (export.kind() == ExternalKind.MEMORY) {
      byte[] content = new byte[(int) value.getBufferSize()];
      value.readBuffer(0, content, 0, content.length);
      CRC32 sum = new CRC32();
      sum.update(content);
      lines.add(export.name() + ": " + content.length + " bytes, " + sum.getValue());
    }
  }

  private void call(String name, FunctionType type, Value function) {
    Object[] arguments = new Object[type.parameters().size()];
    for (int i = 0; i < arguments.length; i++) {
      switch (type.parameters().get(i)) {
        case "i32" -> arguments[i] = choices.of(choices.i32(), choices.octet());
        case "i64" -> arguments[i] = choices.i64();
        case "f32" -> arguments[i] = (float) choices.i32();
        case "f64" -> arguments[i] = (double) choices.i64();
        default -> {
          return; // a vector or reference, which the Polyglot API cannot make
        }
      }
    }
    lines.add(name + ": " + outcome(type, function, arguments));
  }

  private static String outcome(FunctionType type, Value function, Object[] arguments) {
    try {
      Value result = function.execute(arguments);
      return switch (type.results().size()) {
        case 0 -> "returned";
        case 1 -> shown(type.results().get(0), result);
        default ->
            IntStream.range(0, type.results().size())
                .mapToObj(i -> shown(type.results().get(i), result.getArrayElement(i)))
                .collect(Collectors.joining(", "));
      };
    } catch (PolyglotException e) {
      return words(e);
    }
  }

  private static String shown(String type, Value value) {
    return switch (type) {
      case "i32", "i64", "f32", "f64" -> value.toString();
      default -> type;
    };
  }

  private static String words(PolyglotException e) {
    if (e.isInternalError()) {
      throw e;
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("types differ in the indirect call")) {
      return "indirect call type mismatch"; // names functions, which may be called otherwise
    }
    return e.isResourceExhausted() ? STACK_EXHAUSTED : message;
  }
}
