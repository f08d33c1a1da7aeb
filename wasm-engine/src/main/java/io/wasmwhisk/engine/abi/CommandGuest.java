// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.wasi.WasiPreview1;
import io.wasmwhisk.engine.wasi.WasiSettings;
import io.wasmwhisk.engine.wasi.abi.RandomSource;
import io.wasmwhisk.engine.wasi.abi.WasiClock;
import java.util.List;
import java.util.Map;

/**
 * A WASI command: what it imports, and how it is called. Owns the descriptors that it gives to the
 * guest.
 */
public final class CommandGuest implements AutoCloseable {
  private final DescriptorTable descriptors;
  private final Imports imports;

  /**
   * @param arguments argv, the program's name first
   * @param environment environment variables
   * @param streams descriptors 0, 1 and 2
   * @param clock the time, and how the guest waits for it
   */
  public CommandGuest(
      List<String> arguments,
      Map<String, String> environment,
      StandardStreams streams,
      WasiClock clock) {
    descriptors = new DescriptorTable(streams);
    imports =
        new WasiPreview1(
            new WasiSettings(arguments, environment, descriptors, clock, RandomSource.secure()));
  }

  /**
   * Gives the guest a directory, open when it starts.
   *
   * @param guestPath the guest's name for it
   * @param directory where it really is
   */
  public void grant(String guestPath, Directory directory) throws FileException {
    descriptors.grant(guestPath, directory);
  }

  /** The numbers of the descriptors that are open. */
  public List<Integer> open() {
    return descriptors.open();
  }

  /** WASI preview 1. */
  public Imports imports() {
    return imports;
  }

  /** Runs the guest's {@code _start}. */
  public void call(GuestInstance instance) throws GuestFailure {
    call(instance, Abi.START);
  }

  /**
   * Runs a function that the guest exports, after {@code _initialize} where it has that.
   *
   * @param entry one that {@link Abi#entry} found
   */
  public void call(GuestInstance instance, String entry) throws GuestFailure {
    if (!entry.equals(Abi.START) && instance.hasFunction(Abi.INITIALIZE)) {
      instance.call(Abi.INITIALIZE);
    }
    instance.call(entry);
  }

  @Override
  public void close() {
    descriptors.close();
  }
}
