// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleLimitsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "types | 2 | (type (func)) (type (func (param i32))) | The module has 2 types; the limit"
            + " types is 1.",
        "imports | 2 | (import \"a\" \"b\" (func)) (import \"a\" \"c\" (global i32)) | The module"
            + " has 2 imports; the limit imports is 1.",
        "functions | 3 | (import \"a\" \"b\" (func)) (func) (func) | The module has 3 functions;"
            + " the limit functions is 2.",
        "exports | 2 | (func (export \"a\") (export \"b\")) | The module has 2 exports; the limit"
            + " exports is 1.",
        "globals | 2 | (import \"a\" \"c\" (global i32)) (global i32 (i32.const 0)) | The module"
            + " has 2 globals; the limit globals is 1.",
        "tables | 2 | (import \"a\" \"c\" (table 1 funcref)) (table 1 funcref) | The module has 2"
            + " tables; the limit tables is 1.",
        "locals | 7 | (import \"a\" \"b\" (func)) (func (param i32 i64) (local i32 i32 f32 f32"
            + " f32)) | Function 1 has 7 locals; the limit locals is 6.",
        "allLocals | 5 | (func (local i32 i32)) (func (param i32) (local i32 i32)) | The module"
            + " has 5 locals; the limit all-locals is 4.",
        "functionBytes | 4 | (func nop nop) | Function 0 has 4 bytes; the limit function-bytes is"
            + " 3.",
        "operands | 3 | (func i32.const 1 i32.const 1 i32.const 1 drop i32.add drop) | Function 0"
            + " has 3 operands; the limit operands is 2.",
        "moves | 8 | (func (param i32) (result i32) (block (result i32) local.get 0 local.get 0"
            + " br_table 0 0 0) drop local.get 0 call 0) | The module has 8 operands in the types"
            + " of its blocks, branches and calls; the limit moves is 7.",
        "elements | 3 | (func) (elem func 0 0) (elem func 0) | The module has 3 elements; the"
            + " limit elements is 2.",
        "segments | 2 | (memory 1) (data \"a\") (data \"b\") | The module has 2 data segments; the"
            + " limit segments is 1.",
        "segments | 2 | (func) (elem func 0) (elem func 0) | The module has 2 element segments;"
            + " the limit segments is 1.",
        "moduleBytes | 17 | (memory 1) (memory 1) (memory 1) | The module has 17 bytes; the limit"
            + " module-bytes is 16."
      })
  void atTheLimitAndOnePast(String name, int measured, String fields, String message)
      throws Exception {
    assertLimit(Wat.module("(module " + fields + ")"), name, measured, message);
  }

  @Test
  void customSections() throws Exception {
    byte[] module = Wat.hex("00030178ff" + "0002017a");
    assertLimit(
        module,
        "customSections",
        2,
        "The module has 2 custom sections; the limit custom-sections is 1.");
    assertLimit(
        module,
        "customBytes",
        5,
        "The module has 5 bytes in custom sections; the limit custom-bytes is 4.");
  }

  @Test
  void typesInAGroup() throws Exception {
    assertLimit(
        Wat.hex("0109" + "01 4e 02 60 00 00 60 00 00"),
        "types",
        2,
        "The module has 2 types; the limit types is 1.");
  }

  @Test
  void memories() throws Exception {
    String memories = "(memory 1)".repeat(100);
    assertThat(ModuleReader.read(Wat.module("(module " + memories + ")"), ModuleLimits.DEFAULT))
        .isNotNull();
    byte[] oneMore = Wat.module("(module " + memories + "(memory 1))");
    assertThatThrownBy(() -> ModuleReader.read(oneMore, ModuleLimits.DEFAULT))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage("The module has 101 memories; the limit memories is 100.");
  }

  @Test
  void localsDeclaredByTheBillion() {
    byte[] module = Wat.hex("01040160000003020100" + "0a0a010801" + "ffffffff0f7f0b");
    assertThatThrownBy(() -> ModuleReader.read(module, ModuleLimits.DEFAULT))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage("Function 0 has 4294967295 locals; the limit locals is 50000.");
  }

  @Test
  void parametersAndResults() throws Exception {
    for (byte[] atTheLimit : List.of(functionWith("param", 256), functionWith("result", 64))) {
      assertThat(ModuleReader.read(atTheLimit, ModuleLimits.DEFAULT).info().functions())
          .isEqualTo(1);
    }
    assertThatThrownBy(() -> ModuleReader.read(functionWith("param", 257), ModuleLimits.DEFAULT))
        .hasMessage("A function type has 257 parameters; the limit function-parameters is 256.");
    assertThatThrownBy(() -> ModuleReader.read(functionWith("result", 65), ModuleLimits.DEFAULT))
        .hasMessage("A function type has 65 results; the limit function-results is 64.");
  }

  @Test
  void limitsBelowZeroAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits("customBytes", -1))
        .withMessage("module limit custom-bytes is -1, below 0");
  }

  private static void assertLimit(byte[] module, String name, int measured, String message)
      throws Exception {
    assertThat(ModuleReader.read(module, limits(name, measured))).isNotNull();
    assertThatThrownBy(() -> ModuleReader.read(module, limits(name, measured - 1)))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(message);
  }

  private static byte[] functionWith(String values, int count) {
    return Wat.module("(module (func (" + values + " i32".repeat(count) + ") unreachable))");
  }

  /** The defaults with one limit replaced. */
  private static ModuleLimits limits(String name, int value) {
    try {
      RecordComponent[] components = ModuleLimits.class.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Arrays.fill(types, int.class);
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            components[i].getName().equals(name)
                ? value
                : components[i].getAccessor().invoke(ModuleLimits.DEFAULT);
      }
      return ModuleLimits.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
