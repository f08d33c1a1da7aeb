// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.code;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import io.wasmwhisk.invoker.capability.manifest.ManifestReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip that holds an action: one {@code .wasm} anywhere, or {@code main.wasm} or {@code exec.wasm}
 * at its root among other files, or a package of JavaScript. Read as a stream and bounded, since a
 * zip of a few KB can unfold to gigabytes.
 */
final class ZipArchive {
  private static final List<String> PREFERRED = List.of("main.wasm", "exec.wasm");
  private static final int MOST_ENTRIES = 10_000;
  private static final int NAMES_SHOWN = 10;

  private final byte[] bytes;
  private final long mostBytes;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private long unfolded;

  ZipArchive(byte[] bytes, long mostBytes) {
    this.bytes = bytes;
    this.mostBytes = mostBytes;
  }

  /** Whether the bytes begin as a zip does ({@code PK\3\4}, or {@code PK\5\6} for an empty one). */
  static boolean isZip(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /**
   * The one module that is meant, and the other files; without a module, a package of JavaScript.
   *
   * @param main the entry point, for JavaScript
   */
  ActionPackage open(String main) throws BadActionException {
    read();
    try {
      byte[] bytes = files.get(Manifest.FILE);
      Optional<Manifest> manifest =
          bytes == null ? Optional.empty() : Optional.of(ManifestReader.read(bytes));
      return modules().isEmpty() && JavaScript.isMeantBy(files)
          ? JavaScript.files(files, main, manifest)
          : module(manifest);
    } catch (CapabilityException e) {
      throw new BadActionException(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new BadActionException("The zip cannot be used: " + e.getMessage() + ".");
    }
  }

  private ActionPackage module(Optional<Manifest> manifest) throws BadActionException {
    byte[] module = files.remove(chooseModule());
    return new ActionPackage(
        ActionPackage.Language.WEBASSEMBLY, module, new ArchivedFiles(files), manifest);
  }

  private List<String> modules() {
    return files.keySet().stream().filter(name -> name.endsWith(".wasm")).toList();
  }

  private void read() throws BadActionException {
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new BadActionException(
              "The zip has more than %d entries; put fewer files into it.".formatted(MOST_ENTRIES));
        }
        // Finder's copies of metadata look like modules and are none.
        if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
          files.put(entry.getName(), read(zip));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadActionException("The zip cannot be read: " + e.getMessage() + ".");
    }
  }

  private byte[] read(ZipInputStream zip) throws IOException, BadActionException {
    long left = Math.min(mostBytes - unfolded + 1, Integer.MAX_VALUE - 8);
    byte[] content = zip.readNBytes((int) left);
    unfolded += content.length;
    if (unfolded > mostBytes) {
      throw new BadActionException(
          "The zip unfolds to more than the limit of %d bytes (whisk.wasm.code-limit); put fewer or smaller files into it."
              .formatted(mostBytes));
    }
    return content;
  }

  private String chooseModule() throws BadActionException {
    for (String name : PREFERRED) {
      if (files.containsKey(name)) {
        return name;
      }
    }
    List<String> modules = modules();
    if (modules.size() == 1) {
      return modules.get(0);
    }
    String expected =
        "put one .wasm file into it, or name the action's module main.wasm or exec.wasm";
    throw new BadActionException(
        modules.isEmpty()
            ? "The zip has no .wasm file and is no JavaScript package (package.json or index.js at"
                + " its root); "
                + expected
                + "."
            : "The zip has %d .wasm files (%s); %s."
                .formatted(modules.size(), shown(modules), expected));
  }

  private static String shown(List<String> names) {
    return names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
  }
}
