// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What declarations say about features; instructions have InstructionSetTest. */
class FeatureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(memory 1) (table 1 funcref) (global i32 (i32.const 1)) (func) | none",
        "(import \"a\" \"b\" (global (mut i32))) | MUTABLE_GLOBAL",
        "(global (export \"g\") (mut i32) (i32.const 0)) | MUTABLE_GLOBAL",
        "(global (mut i32) (i32.const 0)) | none",
        "(func (result i32 i32) unreachable) | MULTI_VALUE",
        "(func (param v128)) | SIMD",
        "(func (local v128)) | SIMD",
        "(func (param externref)) | REFERENCE_TYPES",
        "(table 1 externref) | REFERENCE_TYPES",
        "(table 1 funcref) (table 1 funcref) | REFERENCE_TYPES",
        "(memory 1) (data \"abc\") | BULK_MEMORY",
        "(func) (elem func 0) | BULK_MEMORY",
        "(func) (elem declare func 0) | REFERENCE_TYPES",
        "(func) (table 1 funcref) (elem (i32.const 0) func 0) | none",
        "(elem funcref (ref.null func)) | REFERENCE_TYPES BULK_MEMORY",
        "(global i32 (i32.add (i32.const 1) (i32.const 2))) | EXTENDED_CONST",
        "(global i64 (i64.mul (i64.const 1) (i64.const 2))) | EXTENDED_CONST",
        "(func i32.const 1 i32.const 2 i32.add drop) | none",
        "(tag) | EXCEPTIONS",
        "(import \"a\" \"b\" (tag)) | EXCEPTIONS",
        "(memory 1 2 shared) | THREADS",
        "(memory i64 1) | MEMORY64",
        "(memory 1) (memory 1) | MULTI_MEMORY",
        "(memory 1) (memory 1) (func i32.const 0 memory.grow 1 drop) | MULTI_MEMORY",
        "(type (struct (field i32))) | GC",
        "(type (array (mut i32))) | GC"
      })
  void declarations(String fields, String features) throws Exception {
    EnumSet<Feature> expected = EnumSet.noneOf(Feature.class);
    for (String name : features.split(" ")) {
      if (!name.equals("none")) {
        expected.add(Feature.valueOf(name));
      }
    }
    assertThat(read(Wat.module("(module " + fields + ")")).features()).isEqualTo(expected);
  }

  /** Groups of types, sub types and typed references, which the converter does not write. */
  @Test
  void typesOfTheGcProposal() throws Exception {
    ModuleLayout module =
        ModuleReader.read(
            Wat.hex(
                "0119" // type section, 2 entries
                    + "02"
                    + "4e02 5f02 7800 640001 50 00 60 01 6300 00" // group: struct, open function
                    + "4f0101 60 01 6e 01 71" // final sub type of type 1
                    + "0301" // function section, empty
                    + "00"),
            ModuleLimits.DEFAULT);
    assertThat(module.types()).isEqualTo(3);
    assertThat(module.info().features())
        .containsExactlyInAnyOrder(
            Feature.GC, Feature.FUNCTION_REFERENCES, Feature.REFERENCE_TYPES);
    assertThat(module.info().functionTypes())
        .hasToString("[((ref null 0)) -> (), (anyref) -> (nullref)]");
  }

  @Test
  void whatIsAllowedPasses() throws Exception {
    read(Wat.module("(module (func (param v128)))")).requireSupported(EnumSet.of(Feature.SIMD));
  }

  @Test
  void whatIsNotAllowedIsNamed() throws Exception {
    ModuleInfo info = read(Wat.module("(module (tag) (func (param v128) return_call 0))"));
    assertThatThrownBy(() -> info.requireSupported(EnumSet.of(Feature.SIMD, Feature.BULK_MEMORY)))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(
            "The module uses WebAssembly features that are not supported here: tail-call,"
                + " exception-handling. Supported are: bulk-memory-operations, simd. Build it"
                + " without them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(import \"env\" \"m\" (memory 1)) | The module imports its memory (env.m), which is not"
            + " supported. Build it with a memory of its own, without --import-memory.",
        "(memory 1) (memory 1 2 shared) | The module's memory is shared (threads proposal), which"
            + " is not supported. Build it without threads."
      })
  void memoriesThatCannotBeLimited(String fields, String message) throws Exception {
    ModuleInfo info = read(Wat.module("(module " + fields + ")"));
    assertThatThrownBy(() -> info.requireSupported(EnumSet.allOf(Feature.class)))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(message);
  }

  @Test
  void objectFilesAreNotLinkedYet() throws Exception {
    ModuleInfo info = read(Wat.hex("0008076c696e6b696e67"));
    assertThatThrownBy(() -> info.requireSupported(EnumSet.allOf(Feature.class)))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(
            "The module is an object file (it has a \"linking\" section), not a linked program."
                + " Link it with wasm-ld, or let the compiler link: leave out -c.");
  }

  private static ModuleInfo read(byte[] module) throws InvalidModuleException {
    return ModuleReader.read(module, ModuleLimits.DEFAULT).info();
  }
}
