// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One call of an action.
 *
 * @param owner whose call this is, an action's full name for instance: owners share the engine's
 *     processors and memory fairly, whatever each of them does
 * @param input the parameters, a JSON object or array, given to the guest as they are
 * @param environment environment variables
 * @param files what the action finds below /, read-only
 * @param limits what it may use
 * @param capabilities what it may reach outside of itself
 * @param arguments what it finds between its name and the input, as a program's arguments
 */
public record Invocation(
    String owner,
    String input,
    Map<String, String> environment,
    ArchivedFiles files,
    Limits limits,
    Capabilities capabilities,
    List<String> arguments) {
  /** A character of the input is in a string, in stdin and in an argument. */
  private static final int TEXT_COST = 4;

  /** An entry of a map and its strings. */
  private static final int VARIABLE_COST = 128;

  /** The owner where an engine has only one. */
  public static final String SOLE_OWNER = "";

  /** Copies the collections. */
  public Invocation {
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
  }

  /** A call with no arguments but the input. */
  public Invocation(
      String owner,
      String input,
      Map<String, String> environment,
      ArchivedFiles files,
      Limits limits,
      Capabilities capabilities) {
    this(owner, input, environment, files, limits, capabilities, List.of());
  }

  /** A call of an action that may reach nothing. */
  public Invocation(
      String owner,
      String input,
      Map<String, String> environment,
      ArchivedFiles files,
      Limits limits) {
    this(owner, input, environment, files, limits, Capabilities.NONE);
  }

  /** A call of an action that has no files, and shares its engine with no other. */
  public Invocation(String input, Map<String, String> environment, Limits limits) {
    this(SOLE_OWNER, input, environment, ArchivedFiles.NONE, limits);
  }

  /** The heap that the input and the environment take. */
  long heapBytes() {
    long bytes = (long) TEXT_COST * input.length();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      long text = (long) variable.getKey().length() + variable.getValue().length();
      bytes += VARIABLE_COST + TEXT_COST * text;
    }
    return bytes;
  }

  /** Without the input and the environment's values: they carry secrets. */
  @Override
  public String toString() {
    return "Invocation[owner=%s, input of %d characters, environment=%s, limits=%s]"
        .formatted(owner, input.length(), new TreeSet<>(environment.keySet()), limits);
  }
}
