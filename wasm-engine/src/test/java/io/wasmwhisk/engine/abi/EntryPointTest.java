// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import org.junit.jupiter.api.Test;

/** Which function an action's {@code main} leads to. */
class EntryPointTest {
  private static final String PROGRAM = "(func (export \"_start\"))";
  private static final String OTHER = "(func (export \"other\"))";

  @Test
  void aProgramsStartUnlessItExportsTheFunction() throws Exception {
    assertThat(Abi.entry(module(PROGRAM + OTHER), "main")).contains("_start");
    assertThat(Abi.entry(module(PROGRAM + OTHER), "other")).contains("other");
    assertThat(Abi.entry(module(PROGRAM + OTHER), "third")).contains("_start");
  }

  @Test
  void aProgramsStartEvenIfItExportsAFunctionMain() throws Exception {
    assertThat(Abi.entry(module(PROGRAM + "(func (export \"main\"))"), "main")).contains("_start");
  }

  @Test
  void aModuleWithoutAStartHasWhatItExports() throws Exception {
    assertThat(Abi.entry(module(OTHER), "other")).contains("other");
    assertThat(Abi.entry(module(OTHER), "main")).isEmpty();
    assertThat(Abi.of(module(OTHER))).isEqualTo(Abi.UNKNOWN);
    assertThat(Abi.of(module("(func (export \"main\"))"))).isEqualTo(Abi.COMMAND);
  }

  @Test
  void neitherParametersNorResultsNorAnotherKindOfExport() throws Exception {
    assertThat(Abi.entry(module("(func (export \"f\") (param i32))"), "f")).isEmpty();
    assertThat(Abi.entry(module("(func (export \"f\") (result i32) (i32.const 0))"), "f"))
        .isEmpty();
    assertThat(Abi.entry(module("(memory (export \"f\") 1)"), "f")).isEmpty();
  }

  @Test
  void whatIsMissingIsTold() throws Exception {
    assertThat(Abi.obstacle(module("(func (export \"f\") (param i32))"), "f"))
        .contains(
            "The module has no entry point \"f\": the action's main names an exported function without parameters and results, but this module exports the functions f.");
  }

  private static ModuleInfo module(String fields) throws Exception {
    return ModuleReader.read(Wat.module("(module " + fields + ")"), ModuleLimits.DEFAULT).info();
  }
}
