// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import java.util.List;
import java.util.Set;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.CodeSection;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;

/**
 * A module as its instances need it. Endive has an object of 50 to 80 bytes for each instruction;
 * those of functions that are compiled are never looked at again.
 */
final class WithoutCode {
  private static final FunctionBody NOTHING = new FunctionBody(List.of(), List.of());

  private WithoutCode() {}

  /**
   * The module without the code of most functions.
   *
   * @param interpreted indices of the functions that keep it
   */
  static WasmModule of(WasmModule module, Set<Integer> interpreted) {
    WasmModule.Builder without =
        WasmModule.builder()
            .setTypeSection(module.typeSection())
            .setImportSection(module.importSection())
            .setFunctionSection(module.functionSection())
            .setTableSection(module.tableSection())
            .setGlobalSection(module.globalSection())
            .setExportSection(module.exportSection())
            .setElementSection(module.elementSection())
            .setCodeSection(code(module, interpreted))
            .setDataSection(module.dataSection())
            .withValidation(false);
    module.memorySection().ifPresent(without::setMemorySection);
    module.dataCountSection().ifPresent(without::setDataCountSection);
    return without.build();
  }

  private static CodeSection code(WasmModule module, Set<Integer> interpreted) {
    int imported = module.importSection().count(ExternalType.FUNCTION);
    CodeSection code = module.codeSection();
    CodeSection.Builder without =
        CodeSection.builder().setRequiresDataCount(code.isRequiresDataCount());
    for (int i = 0; i < code.functionBodyCount(); i++) {
      without.addFunctionBody(
          interpreted.contains(imported + i) ? code.getFunctionBody(i) : NOTHING);
    }
    return without.build();
  }
}
