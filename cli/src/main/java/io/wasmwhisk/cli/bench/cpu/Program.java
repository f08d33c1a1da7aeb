// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import io.wasmwhisk.cli.bench.contender.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of the distribution, in C.
 *
 * @param name as people select it
 * @param file below the directory of guests, without its ending: {@code .wasm} and {@code .c}
 * @param input its parameters, which make native code take about 100 ms
 * @param expected what native code answers
 * @param heavy whether it takes the processor at all; others show what a call takes
 */
public record Program(String name, String file, String input, String expected, boolean heavy) {
  private static final String TEXT = "{\"text\":\"" + "abcdefghij".repeat(6_000) + "\"}";

  /** Those of Long et al., and more. */
  public static final List<Program> ALL =
      List.of(
          new Program("nop", "bench/nop", "{}", "{\"ok\":true}", false),
          new Program("cat-sync", "bench/cat-sync", TEXT, TEXT, false),
          heavy("nbody", "{\"n\":2000000}", "{\"before\":-169075164,\"after\":-169026286}"),
          heavy("fannkuch-redux", "{\"n\":10}", "{\"checksum\":73196,\"flips\":38}"),
          heavy("mandelbrot", "{\"n\":1400}", "{\"inside\":778001}"),
          heavy("binary-trees", "{\"n\":16}", "{\"nodes\":8711918}"),
          new Program(
              "hash",
              "c/hash",
              "{\"iterations\":1000000,\"input\":\"x\"}",
              "{\"hash\":\"3db7e52081a2b5bd72e039704021a6504b7d18c89a14075d251fdcc53dfeaec8\"}",
              true),
          heavy("prime", "{\"n\":1500000}", "{\"primes\":114155,\"last\":1499977}"),
          heavy(
              "sha256",
              "{\"n\":200000}",
              "{\"sha256\":\"3fea682f289c2d23c6a5dc7cd512eecf9766df194d807049727a43913aad0d35\"}"),
          heavy(
              "json",
              "{\"n\":30000}",
              "{\"bytes\":2521381,\"members\":3000010,\"sum\":4641498350}"));

  private static Program heavy(String name, String input, String expected) {
    return new Program(name, "bench/" + name, input, expected, true);
  }

  /** The names of all. */
  public static List<String> names() {
    return ALL.stream().map(Program::name).toList();
  }

  /**
   * The module and its call.
   *
   * @param actions the distribution's directory of guests
   * @throws IOException when the module cannot be read
   */
  public Work work(Path actions) throws IOException {
    return new Work(name, Files.readAllBytes(actions.resolve(file + ".wasm")), input, expected);
  }

  /** Its source, for a native compiler. */
  public Path source(Path actions) {
    return actions.resolve(file + ".c");
  }
}
