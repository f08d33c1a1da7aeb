// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestTrap;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks on while a module is initialised, and ends it when it asks for what belongs to one
 * activation, or changes from one to the next. Used on the guest's thread.
 */
public final class Observation {
  private static final int WORDS_SHOWN = 200;

  /** After the standard streams and the action's own directory. */
  private static final int FIRST_FOREIGN = 4;

  private static final String RENEW =
      "; let it be renewed by a function that \"renew\" names, or asked for in the activation";

  private final List<String> directories;
  private final boolean renews;
  private final StringBuilder written = new StringBuilder();
  private Optional<String> refusal = Optional.empty();
  private @Nullable String stream;

  /**
   * @param directories what the guest calls the directories that it finds open, as descriptor 3 and
   *     so on; the first one is the action's own, which never changes
   * @param renews whether a function of the guest's renews what may be renewed
   */
  public Observation(List<String> directories, boolean renews) {
    this.directories = List.copyOf(directories);
    this.renews = renews;
  }

  /** The same functions, observed. */
  public Imports of(Imports imports) {
    return (module, name) -> {
      HostFunction function = imports.find(module, name);
      return function == null
          ? null
          : function.withBody(
              (memory, arguments) -> {
                requireLasting(module, name, arguments);
                return function.call(memory, arguments);
              });
    };
  }

  /** Functions that reach outside: each is refused when it is called. */
  public Imports refusing(Imports imports) {
    return (module, name) -> {
      HostFunction function = imports.find(module, name);
      return function == null
          ? null
          : function.withBody(
              (memory, arguments) -> {
                throw end("calls \"%s\" \"%s\", which reaches outside".formatted(module, name));
              });
    };
  }

  /** By the names of WASI, which both of its snapshots share. */
  private void requireLasting(String module, String name, long[] arguments) {
    switch (name) {
      case "args_get", "args_sizes_get" ->
          throw end("reads its arguments (%s), which are each activation's own".formatted(name));
      case "poll_oneoff" -> throw end("waits (poll_oneoff)");
      case "fd_renumber" -> throw end("gives descriptors other numbers (fd_renumber)");
      case "environ_get", "environ_sizes_get" ->
          requireRenewal("reads the environment (%s), which is each activation's own", name);
      case "clock_time_get", "clock_res_get" ->
          requireRenewal("reads a clock (%s), which would stand still", name);
      case "random_get" ->
          requireRenewal("takes random numbers (%s), which all activations would share", name);
      case "fd_close", "fd_fdstat_get", "fd_prestat_get", "fd_prestat_dir_name", "fd_write" -> {}
      default -> {
        if (name.startsWith("fd_") || name.startsWith("path_")) {
          requireOwnFile(name, descriptor(name, arguments));
        }
      }
    }
  }

  /** The descriptor that a function changes; others only give what they read. */
  private static long descriptor(String name, long[] arguments) {
    return arguments[name.equals("path_symlink") ? 2 : 0];
  }

  private void requireRenewal(String words, String name) {
    if (!renews) {
      throw end(words.formatted(name) + RENEW);
    }
  }

  private void requireOwnFile(String name, long descriptor) {
    if (descriptor == 0) {
      throw end("reads its input (%s), which is each activation's own".formatted(name));
    }
    long foreign = descriptor - FIRST_FOREIGN;
    if (foreign >= 0 && foreign < directories.size() - 1) {
      throw end(
          "uses the directory %s (%s), which is not the action's own"
              .formatted(directories.get((int) foreign + 1), name));
    }
  }

  private GuestTrap end(String deed) {
    if (refusal.isEmpty()) {
      refusal = Optional.of("its initialisation " + deed);
    }
    return new GuestTrap(new GuestFailure.Trap(deed));
  }

  /** The guest wrote this; it goes on, since what it writes may say why it will not. */
  public int wrote(String to, byte[] source, int offset, int length) {
    if (stream == null) {
      stream = to;
    }
    int room = Math.min(length, WORDS_SHOWN - written.length());
    if (room > 0) {
      written.append(new String(source, offset, room, UTF_8));
    }
    return length;
  }

  /**
   * Why there is no snapshot, where that is not only the guest's end.
   *
   * @param before descriptors that were open when it began
   * @param after those that are open now
   */
  public Optional<String> refusal(List<Integer> before, List<Integer> after) {
    if (refusal.isPresent()) {
      return refusal;
    }
    if (stream != null) {
      return Optional.of(
          "its initialisation writes to %s, which only the first activation's log would show: \"%s\""
              .formatted(stream, written.toString().strip()));
    }
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            "its initialisation leaves the descriptors %s open where it found %s"
                .formatted(after, before));
  }
}
