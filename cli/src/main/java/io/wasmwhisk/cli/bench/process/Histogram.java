// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is alive on a heap, as {@code jcmd PID GC.class_histogram} prints it.
 *
 * @param total bytes of all objects
 * @param ours bytes of the objects of the plugin's, the engine's and GraalWasm's own classes
 * @param large bytes of a class's objects, by the name that the JVM gives it; of classes with many
 *     of them only
 */
public record Histogram(long total, long ours, Map<String, Long> large) {
  private static final long MANY = 32 << 10;

  private static final Pattern LINE =
      Pattern.compile("(?m)^ *[0-9]+: +[0-9]+ +([0-9]+) +([^ \n]+)");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)");
  private static final Pattern OURS =
      Pattern.compile(
          "^\\[*L?(io\\.wasmwhisk|org\\.apache\\.openwhisk\\.core\\.containerpool\\.wasm"
              + "|org\\.graalvm|com\\.oracle\\.truffle)\\..*");

  /** Keeps a copy of the map. */
  public Histogram {
    large = Map.copyOf(large);
  }

  static Histogram parse(String text) {
    Map<String, Long> large = new HashMap<>();
    long ours = 0;
    for (Matcher line = LINE.matcher(text); line.find(); ) {
      long bytes = Long.parseLong(line.group(1));
      if (OURS.matcher(line.group(2)).matches()) {
        ours += bytes;
      }
      if (bytes >= MANY) {
        large.merge(line.group(2), bytes, Long::sum);
      }
    }
    Matcher total = TOTAL.matcher(text);
    if (!total.find()) {
      throw new IllegalArgumentException("this is no class histogram: " + text);
    }
    return new Histogram(Long.parseLong(total.group(1)), ours, large);
  }
}
