// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.util.Map;

/**
 * One call of an action.
 *
 * @param input the parameters, a JSON object or array, given to the guest as they are
 * @param environment environment variables
 * @param files what the action finds below /, read-only
 * @param limits what it may use
 */
public record Invocation(
    String input, Map<String, String> environment, ArchivedFiles files, Limits limits) {
  /** Copies the map. */
  public Invocation {
    environment = Map.copyOf(environment);
  }

  /** A call of an action that has no files. */
  public Invocation(String input, Map<String, String> environment, Limits limits) {
    this(input, environment, ArchivedFiles.NONE, limits);
  }
}
