// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.binary.CodeFormat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import io.wasmwhisk.invoker.capability.manifest.SnapshotAsk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Actions written in JavaScript, and the guest that runs them ({@code actions/js}): QuickJS-ng,
 * which finds the action's text and the name of its entry point in files that are given here.
 */
public final class JavaScript {
  /** Parameters that make the guest load an action's code without running it. */
  public static final String LOAD_ONLY = "";

  /** The guest's function that loads an action's code, so that a snapshot has it. */
  static final String LOAD = "load";

  private static final String GUEST = "javascript.wasm";
  private static final String ENTRY = ".wasmwhisk/entry";
  private static final String SOURCE = ".wasmwhisk/action.js";

  private JavaScript() {}

  /** The guest; the same array every time, and not to be changed. */
  public static byte[] guest() {
    return Guest.BYTES;
  }

  /** Whether text is no WebAssembly in any of the forms in which that can arrive. */
  static boolean isMeantBy(String text) {
    return text.indexOf('\0') < 0 && CodeFormat.of(text.getBytes(UTF_8)) == CodeFormat.UNKNOWN;
  }

  /** Whether a zip without a module is a package of JavaScript. */
  static boolean isMeantBy(Map<String, byte[]> files) {
    return files.keySet().stream()
        .anyMatch(
            name -> name.equals("package.json") || (name.endsWith(".js") && name.indexOf('/') < 0));
  }

  static ActionPackage text(byte[] text, String main) {
    return new ActionPackage(
        ActionPackage.Language.JAVASCRIPT,
        guest(),
        new ArchivedFiles(Map.of(ENTRY, main.getBytes(UTF_8), SOURCE, text)),
        Optional.empty());
  }

  /**
   * @throws IllegalArgumentException when a path of the files cannot be one
   * @throws BadActionException when the manifest names functions, which are the guest's
   */
  static ActionPackage files(Map<String, byte[]> files, String main, Optional<Manifest> manifest)
      throws BadActionException {
    if (!manifest.flatMap(Manifest::snapshot).map(SnapshotAsk::isPlain).orElse(true)) {
      throw new BadActionException(
          "%s: snapshot names functions of a module, but the action is JavaScript; expected \"snapshot\": {}."
              .formatted(Manifest.FILE));
    }
    Map<String, byte[]> all = new HashMap<>(files);
    all.remove(SOURCE);
    all.put(ENTRY, main.getBytes(UTF_8));
    return new ActionPackage(
        ActionPackage.Language.JAVASCRIPT, guest(), new ArchivedFiles(all), manifest);
  }

  /** Read when the first action needs it. */
  private static final class Guest {
    static final byte[] BYTES = read();

    private static byte[] read() {
      try (InputStream guest = JavaScript.class.getResourceAsStream(GUEST)) {
        if (guest == null) {
          throw new IllegalStateException("the plugin's jar has no " + GUEST);
        }
        return guest.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
