// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip that holds an action: one {@code .wasm} anywhere, or {@code main.wasm} or {@code exec.wasm}
 * at its root among other files. Read as a stream and bounded, since a zip of a few KB can unfold
 * to gigabytes.
 */
final class ZipArchive {
  private static final List<String> PREFERRED = List.of("main.wasm", "exec.wasm");
  private static final int MOST_ENTRIES = 10_000;
  private static final int NAMES_SHOWN = 10;

  /** Skipping an entry unfolds it all the same, a thousand times its size at worst. */
  private static final long MOST_UNFOLDED_BYTES = 512L << 20;

  private static final long STEP_BYTES = 1 << 20;

  private final byte[] bytes;
  private final long mostModuleBytes;
  private long unfolded;

  ZipArchive(byte[] bytes, long mostModuleBytes) {
    this.bytes = bytes;
    this.mostModuleBytes = mostModuleBytes;
  }

  /** Whether the bytes begin as a zip does ({@code PK\3\4}, or {@code PK\5\6} for an empty one). */
  static boolean isZip(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /** The bytes of the one module that is meant. */
  byte[] module() throws BadActionException {
    Map<String, byte[]> modules = new LinkedHashMap<>();
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new BadActionException(
              "The zip has more than %d entries; put fewer files into it.".formatted(MOST_ENTRIES));
        }
        if (isModule(entry)) {
          modules.put(entry.getName(), read(zip, entry.getName()));
        } else {
          skip(zip);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadActionException("The zip cannot be read: " + e.getMessage() + ".");
    }
    return choose(modules);
  }

  private static boolean isModule(ZipEntry entry) {
    // Finder's copies of metadata look like modules and are none.
    return !entry.isDirectory()
        && entry.getName().endsWith(".wasm")
        && !entry.getName().startsWith("__MACOSX/");
  }

  private void skip(ZipInputStream zip) throws IOException, BadActionException {
    for (long skipped = zip.skip(STEP_BYTES); skipped > 0; skipped = zip.skip(STEP_BYTES)) {
      unfolded += skipped;
      if (unfolded > MOST_UNFOLDED_BYTES) {
        throw new BadActionException(
            "The zip's files take more than %d bytes unfolded; put fewer or smaller files into it."
                .formatted(MOST_UNFOLDED_BYTES));
      }
    }
  }

  private byte[] read(ZipInputStream zip, String name) throws IOException, BadActionException {
    byte[] module = zip.readNBytes((int) Math.min(mostModuleBytes + 1, Integer.MAX_VALUE - 8));
    if (module.length > mostModuleBytes) {
      throw new BadActionException(
          "The module '%s' in the zip exceeds the limit of %d bytes (whisk.wasm.module-limit)."
              .formatted(name, mostModuleBytes));
    }
    return module;
  }

  private static byte[] choose(Map<String, byte[]> modules) throws BadActionException {
    for (String name : PREFERRED) {
      byte[] module = modules.get(name);
      if (module != null) {
        return module;
      }
    }
    if (modules.size() == 1) {
      return modules.values().iterator().next();
    }
    String expected =
        "put one .wasm file into it, or name the action's module main.wasm or exec.wasm";
    throw new BadActionException(
        modules.isEmpty()
            ? "The zip has no .wasm file; " + expected + "."
            : "The zip has %d .wasm files (%s); %s."
                .formatted(
                    modules.size(),
                    String.join(", ", modules.keySet().stream().limit(NAMES_SHOWN).toList()),
                    expected));
  }
}
