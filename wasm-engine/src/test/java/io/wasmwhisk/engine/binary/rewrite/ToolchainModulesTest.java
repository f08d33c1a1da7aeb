// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real compilers make: the guests of {@code actions/}. */
class ToolchainModulesTest {

  static List<Path> modules() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../actions"))) {
      return files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList();
    }
  }

  @Test
  void thereAreGuests() throws IOException {
    assertThat(modules()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void rewrittenGuestsAreValid(Path file) throws Exception {
    ModuleLayout module = ModuleReader.read(Files.readAllBytes(file), ModuleLimits.DEFAULT);
    byte[] rewritten = ModuleRewriter.rewrite(module, 1000, 100_000);
    Guest.validate(rewritten);
    ModuleInfo info = ModuleReader.read(rewritten, ModuleLimits.DEFAULT).info();
    assertThat(info.export(ReservedNames.MEMORY, ExternalKind.MEMORY)).isPresent();
    assertThat(info.memories().get(0).maximum()).hasValue(1000);
    assertThat(info.imports()).startsWith(module.info().imports().toArray(Import[]::new));
    int added = info.imports().size() - module.info().imports().size();
    assertThat(added).isIn(0, 2, 3);
    assertThat(info.functions()).isGreaterThanOrEqualTo(module.info().functions() + added);
    assertThat(info.features()).containsAll(module.info().features());
  }
}
