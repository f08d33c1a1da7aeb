// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

import java.util.List;

/**
 * A function that the host gives to a guest, written once for every engine.
 *
 * @param module the import's module name, {@code wasi_snapshot_preview1} for instance
 * @param name the import's name
 * @param parameters parameter types
 * @param results none or one result type
 * @param body what it does
 */
public record HostFunction(
    String module, String name, List<ValueType> parameters, List<ValueType> results, Body body) {

  /** Copies the lists and refuses more than one result. */
  public HostFunction {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
    if (results.size() > 1) {
      throw new IllegalArgumentException(
          module + "." + name + " has " + results.size() + " results; at most one is possible");
    }
  }

  /**
   * Does its work for a guest's frames, through which an interruption can only pass unchecked:
   * {@link HostFailure#of} knows it.
   */
  public long call(GuestMemory memory, long[] arguments) {
    try {
      return body.call(memory, arguments);
    } catch (InterruptedException e) {
      throw new HostFailure.InterruptedCall(e);
    }
  }

  /** Whether an import of these names means it. */
  public boolean isNamed(String otherModule, String otherName) {
    return module.equals(otherModule) && name.equals(otherName);
  }

  /** A function of the same names and type that does something else. */
  public HostFunction withBody(Body other) {
    return new HostFunction(module, name, parameters, results, other);
  }

  /** The work of a host function. */
  @FunctionalInterface
  public interface Body {
    /**
     * Called on the guest's thread.
     *
     * @param memory the memory of the instance that calls
     * @param arguments one value per parameter, encoded as {@link ValueType} says
     * @return the result, ignored when the function has none
     * @throws GuestExit to end the guest with an exit code
     * @throws GuestTrap to end the guest as a trap does
     * @throws InterruptedException when the activation was cancelled while the function waited; the
     *     adapter ends the guest as interrupted
     * @throws MemoryAccessException when a range leaves the memory; the guest traps
     */
    long call(GuestMemory memory, long[] arguments) throws InterruptedException;
  }
}
