// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.UnfitModuleException;
import io.wasmwhisk.engine.runtime.ValueType;
import io.wasmwhisk.fuzz.generate.ModuleGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What a portable module tells its host, on one engine, line by line. */
final class Witness {
  /** How a line begins whose call took more stack than there was. */
  private static final String STACK_EXHAUSTED = "stack exhausted";

  /** How the only line begins where the engine says that it cannot run the module. */
  private static final String UNFIT = "unfit: ";

  private static final int ROUNDS = 2;

  private final List<String> lines = new ArrayList<>();

  private Witness() {}

  /** The {@code run} functions of a portable module, all of them so many times. */
  static List<String> calls(ModuleInfo info) {
    List<String> once =
        info.exports().stream()
            .map(Export::name)
            .filter(name -> name.startsWith("run"))
            .sorted(Comparator.comparing(name -> Integer.valueOf(name.substring(3))))
            .toList();
    return Collections.nCopies(ROUNDS, once).stream().flatMap(List::stream).toList();
  }

  /**
   * Runs a module.
   *
   * @param module rewritten
   * @param calls names of functions in the order in which they are called
   */
  static List<String> of(EngineAdapter engine, byte[] module, List<String> calls) {
    return of(engine, module, (from, name) -> null, calls);
  }

  /**
   * Runs a module.
   *
   * @param more what it may import besides
   */
  static List<String> of(EngineAdapter engine, byte[] module, Imports more, List<String> calls) {
    Witness witness = new Witness();
    try (GuestInstance instance =
        engine.compile("fuzz", module).instantiate(more.or(witness::find), ReservedNames.MEMORY)) {
      if (instance.hasFunction(ReservedNames.START)) {
        witness.call(instance, ReservedNames.START);
      }
      for (String name : calls) {
        witness.call(instance, name);
      }
    } catch (GuestFailure e) {
      witness.lines.add("instantiation: " + e.reason());
    } catch (UnfitModuleException e) {
      witness.lines.add(UNFIT + e.getMessage());
    } catch (InvalidModuleException e) {
      witness.lines.add("refused: " + e.getMessage());
    }
    return witness.lines;
  }

  /** How many calls fit a stack is each engine's own, as is what it refuses to run. */
  static void requireAlike(List<String> expected, List<String> found) {
    int compared = Math.min(untilOwn(expected), untilOwn(found));
    assertThat(found.subList(0, compared)).isEqualTo(expected.subList(0, compared));
  }

  private static int untilOwn(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> isOwn(lines.get(i)))
        .findFirst()
        .orElse(lines.size());
  }

  private static boolean isOwn(String line) {
    return line.startsWith(STACK_EXHAUSTED) || line.startsWith(UNFIT);
  }

  /** Whether a line tells of a call that did not return. */
  static boolean isFailure(String line) {
    return line.contains(": ") || line.startsWith(STACK_EXHAUSTED);
  }

  private void call(GuestInstance instance, String name) {
    try {
      instance.call(name);
    } catch (GuestFailure.StackExhausted e) {
      lines.add(STACK_EXHAUSTED + " in " + name);
    } catch (GuestFailure e) {
      lines.add(name + ": " + e.reason());
    }
  }

  private @Nullable HostFunction find(String module, String name) {
    return module.equals(ModuleGenerator.HOST)
        ? switch (name) {
          case "i" -> see(name, ValueType.I32);
          case "l" -> see(name, ValueType.I64);
          case "f" -> see(name, ValueType.F32);
          case "d" -> see(name, ValueType.F64);
          default ->
              new HostFunction(
                  module, name, List.of(), List.of(), (memory, arguments) -> end(memory));
        }
        : generous(name);
  }

  private HostFunction see(String name, ValueType type) {
    return new HostFunction(
        ModuleGenerator.HOST,
        name,
        List.of(type),
        List.of(),
        (memory, arguments) -> {
          lines.add(shown(type, arguments[0]));
          return 0;
        });
  }

  /** All NaNs are alike. */
  private static String shown(ValueType type, long value) {
    return switch (type) {
      case I32 -> Integer.toString((int) value);
      case I64 -> Long.toString(value);
      case F32 -> Float.toString(Float.intBitsToFloat((int) value));
      case F64 -> Double.toString(Double.longBitsToDouble(value));
    };
  }

  private long end(GuestMemory memory) {
    CRC32 sum = new CRC32();
    sum.update(memory.read(0, (int) memory.size()));
    lines.add("returned; %d bytes, %d".formatted(memory.size(), sum.getValue()));
    return 0;
  }

  /** What rewritten modules ask; all is granted. */
  private static @Nullable HostFunction generous(String name) {
    return switch (name) {
      case ReservedNames.GROW -> answering(name, ValueType.I32, 1, 2);
      case ReservedNames.GROWN ->
          new HostFunction(
              ReservedNames.HOST,
              name,
              List.of(ValueType.I64, ValueType.I64, ValueType.I32),
              List.of(),
              (memory, arguments) -> 0);
      case ReservedNames.FRAMES -> answering(name, ValueType.I64, Long.MAX_VALUE, 1);
      default -> null;
    };
  }

  private static HostFunction answering(String name, ValueType type, long answer, int parameters) {
    return new HostFunction(
        ReservedNames.HOST,
        name,
        List.of(ValueType.I64, ValueType.I64).subList(0, parameters),
        List.of(type),
        (memory, arguments) -> answer);
  }
}
