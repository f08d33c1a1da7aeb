// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guests that there are: each takes a name as JSON from stdin, logs a line to stdout and one to
 * stderr, and greets in a JSON object on the last line of stdout.
 *
 * @param found to be measured
 * @param absent the others, each with what would bring it
 */
public record Guests(List<Guest> found, List<String> absent) {
  static final String INPUT = "{\"name\":\"World\"}";
  static final String EXPECTED = "{\"greeting\":\"Hello, World!\"}";
  private static final String QUICKJS = "quickjs";
  private static final String QUICKJS_SNAPSHOT = "quickjs-snapshot";
  private static final String QUICKJS_PROGRAM = "js/program.wasm";
  static final long MOST_BYTES = 64L << 20;

  /** A module of the distribution. */
  private record Kept(String name, String toolchain, String file, String remedy) {}

  private static final List<Kept> KEPT =
      List.of(
          new Kept("c", "clang, wasi-libc", "c/hello.wasm", ""),
          new Kept("rust", "Rust std, serde_json", "rust/hello.wasm", ""),
          new Kept(
              "go",
              "Go, encoding/json",
              "go/hello.wasm",
              "; actions/build makes it with Go 1.21 or newer"),
          new Kept("assemblyscript", "asc -O3, JSON by hand", "assemblyscript/hello.wasm", ""));

  /** Copies the lists. */
  public Guests {
    found = List.copyOf(found);
    absent = List.copyOf(absent);
  }

  /** The names that guests of the distribution have. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(KEPT.stream().map(Kept::name).toList());
    names.add(QUICKJS);
    names.add(QUICKJS_SNAPSHOT);
    return names;
  }

  /** The guests of the distribution of these names. */
  public static Guests find(Path actions, List<String> names, Path scratch) throws IOException {
    return find(
        actions,
        names,
        Map.of(),
        scratch,
        (module, source) -> {
          throw new IOException("no guest of the distribution asks for a snapshot");
        });
  }

  /**
   * The guests of these names.
   *
   * @param actions the distribution's directory of guests
   * @param others further actions by name, which are measured in any case
   * @param scratch for files that peers are to find
   * @param snapshots asked for those of the others that are to begin with one
   * @throws IOException when a file that is there cannot be read
   */
  public static Guests find(
      Path actions,
      List<String> names,
      Map<String, Path> others,
      Path scratch,
      UsersGuest.Snapshots snapshots)
      throws IOException {
    List<Guest> found = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Kept kept : KEPT) {
      Path file = actions.resolve(kept.file());
      if (!names.contains(kept.name())) {
        continue;
      }
      if (Files.isRegularFile(file)) {
        found.add(guest(kept.name(), kept.toolchain(), file));
      } else {
        absent.add("%s: there is no %s%s".formatted(kept.name(), file, kept.remedy()));
      }
    }
    Path program = actions.resolve(QUICKJS_PROGRAM);
    if (names.contains(QUICKJS) && Files.isRegularFile(program)) {
      found.add(quickJs(scratch, Optional.of(program)));
    } else if (names.contains(QUICKJS)) {
      absent.add("%s: there is no %s".formatted(QUICKJS, program));
    }
    if (names.contains(QUICKJS_SNAPSHOT)) {
      found.add(quickJs(scratch, Optional.empty()));
    }
    for (Map.Entry<String, Path> other : others.entrySet()) {
      found.add(new UsersGuest(other.getKey(), other.getValue()).open(scratch, snapshots));
    }
    return new Guests(found, absent);
  }

  private static Guest guest(String name, String toolchain, Path file) throws IOException {
    return new Guest(toolchain, new Work(name, Files.readAllBytes(file), INPUT, EXPECTED));
  }

  /**
   * The plugin's own module for JavaScript, with an action beside it as the plugin puts it.
   *
   * @param program what peers run in place of the plugin's module, which is a snapshot of it
   */
  private static Guest quickJs(Path scratch, Optional<Path> program) throws IOException {
    try (InputStream in = Guests.class.getResourceAsStream("hello.js")) {
      if (in == null) {
        throw new IOException("this build lacks hello.js");
      }
      String source = new String(in.readAllBytes(), UTF_8);
      ActionPackage action = new ActionCode(MOST_BYTES).openText(source, ActionCode.DEFAULT_MAIN);
      Path root = Files.createDirectories(scratch.resolve("quickjs"));
      Path inside = Files.createDirectories(root.resolve(".wasmwhisk"));
      Files.writeString(inside.resolve("entry"), ActionCode.DEFAULT_MAIN);
      Files.writeString(inside.resolve("action.js"), source);
      return new Guest(
          program.isPresent()
              ? "QuickJS-ng, a small main; ours from its snapshot"
              : "QuickJS-ng, a small main; all from its snapshot",
          new Work(
              program.isPresent() ? QUICKJS : QUICKJS_SNAPSHOT,
              program.isPresent() ? Files.readAllBytes(program.get()) : action.module(),
              INPUT,
              List.of(),
              action.files(),
              Optional.of(root),
              EXPECTED,
              program.isPresent() ? Optional.of(action.module()) : Optional.empty()));
    } catch (BadActionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
