// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An action that greets, in a language's own size: C has 26 KB, Rust 118 KB, JavaScript's
 * interpreter 1.1 MB, Go 3 MB once {@code actions/build} has built it.
 *
 * @param module its bytes
 * @param files what it finds below /
 */
record Guest(byte[] module, ArchivedFiles files) {
  private static final String SOURCE =
      "function main(p) { return { greeting: 'Hello, ' + p.name + '!' }; }";

  private static final Invocation GREETING = invocation("{\"name\":\"World\"}", ArchivedFiles.NONE);
  private static final Outcome ANSWER = new Outcome.Result("{\"greeting\":\"Hello, World!\"}");
  private static final AtomicInteger COPIES = new AtomicInteger();

  /**
   * Of {@code actions/}.
   *
   * @param name without its suffix
   */
  static Guest read(String name) throws IOException {
    byte[] module = Files.readAllBytes(Path.of(System.getProperty("actions"), name + ".wasm"));
    return new Guest(module, name.startsWith("js/") ? javaScript() : ArchivedFiles.NONE);
  }

  /** What the invoker gives to the guest that runs JavaScript. */
  private static ArchivedFiles javaScript() {
    return new ArchivedFiles(
        Map.of(
            ".wasmwhisk/entry", "main".getBytes(UTF_8),
            ".wasmwhisk/action.js", SOURCE.getBytes(UTF_8)));
  }

  /** The module with a custom section that no other copy has (core specification, 5.5.3). */
  byte[] neverSeen() {
    byte[] name = "%07d".formatted(COPIES.incrementAndGet()).getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(module);
    bytes.write(0);
    bytes.write(name.length + 1);
    bytes.write(name.length);
    bytes.writeBytes(name);
    return bytes.toByteArray();
  }

  /** Has it greet, from the parameters to the result and its log lines. */
  Outcome greet(CompiledModule compiled) throws Exception {
    Invocation invocation =
        files == ArchivedFiles.NONE ? GREETING : invocation(GREETING.input(), files);
    return run(compiled, invocation, ANSWER);
  }

  /**
   * One activation.
   *
   * @throws IllegalStateException when it does not end as expected: nothing was measured then
   */
  static Outcome run(CompiledModule compiled, Invocation invocation, Outcome expected)
      throws Exception {
    Outcome outcome = compiled.start(invocation).completion().get().outcome();
    if (!outcome.equals(expected)) {
      throw new IllegalStateException("not what the guest answers: " + outcome);
    }
    return outcome;
  }

  private static Invocation invocation(String input, ArchivedFiles files) {
    return new Invocation(Invocation.SOLE_OWNER, input, Map.of(), files, Limits.DEFAULTS);
  }
}
