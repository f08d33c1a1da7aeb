// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The options of a JVM that let GraalWasm compile guest code, as the launcher gives them. */
final class JitOptions {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Pattern AVX_512 = Pattern.compile("(?m)^flags.* avx512f( |$)");

  private JitOptions() {}

  /**
   * Reads them beside the launcher.
   *
   * @param home the launcher's directory
   */
  static List<String> in(Path home) throws IOException {
    List<String> options = new ArrayList<>();
    options.add("--upgrade-module-path=" + home.resolve("graal-compiler"));
    options.addAll(List.of(Files.readString(home.resolve("jvm.options")).strip().split("\\s+")));
    if (hasAvx512()) {
      options.add("-XX:UseAVX=2");
    }
    return options;
  }

  /** Graal 25.0.3 cannot compile u64 to f64 conversions for AVX-512 (docs/operations.md). */
  private static boolean hasAvx512() throws IOException {
    return Files.isReadable(PROCESSOR) && AVX_512.matcher(Files.readString(PROCESSOR)).find();
  }
}
