// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wabt.Wat2WasmModule;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Modules of tests: from the text format, or from bytes in hexadecimal. */
public final class Wat {
  private static final WasmModule WAT2WASM = Wat2WasmModule.load();

  private Wat() {}

  /** The binary form of a module's text, with every feature allowed and nothing validated. */
  public static byte[] module(String text) {
    return convert(text, "--enable-all", "--no-check");
  }

  /** The same with names in a name section. */
  public static byte[] moduleWithNames(String text) {
    return convert(text, "--enable-all", "--no-check", "--debug-names");
  }

  /** Bytes after the header of a module, as hexadecimal digits; white space is ignored. */
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex("0061736d01000000" + digits.replaceAll("\\s", ""));
  }

  private static byte[] convert(String text, String... flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    List<String> arguments = new ArrayList<>(List.of("wat2wasm", "-", "--output=-"));
    arguments.addAll(List.of(flags));
    WasiOptions options =
        WasiOptions.builder()
            .withStdin(in)
            .withStdout(out)
            .withStderr(err)
            .withArguments(arguments)
            .build();
    try (WasiPreview1 wasi = WasiPreview1.builder().withOptions(options).build()) {
      Instance.builder(WAT2WASM)
          .withMachineFactory(Wat2WasmModule::create)
          .withImportValues(ImportValues.builder().addFunction(wasi.toHostFunctions()).build())
          .build();
    } catch (WasiExitException e) {
      if (e.exitCode() != 0) {
        throw new IllegalArgumentException(err.toString(StandardCharsets.UTF_8), e);
      }
    }
    return out.toByteArray();
  }
}
