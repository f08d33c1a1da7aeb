// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.Activation;
import io.wasmwhisk.engine.Capabilities;
import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.util.List;
import java.util.Map;

/**
 * An action's code with all that its runs share.
 *
 * @param module what runs
 * @param files what it finds below /
 * @param environment its variables
 * @param capabilities what it may reach
 * @param arguments what it finds as arguments before the parameters
 */
record Loaded(
    CompiledModule module,
    ArchivedFiles files,
    Environment environment,
    Capabilities capabilities,
    List<String> arguments) {
  /** The action's full name, {@code /namespace/package/name}, in every environment. */
  private static final String ACTION_NAME = "__OW_ACTION_NAME";

  /**
   * Starts a run.
   *
   * @param run variables of this run, which win over those of the initialisation. Whose run it is
   *     comes from OpenWhisk's, not from what the action's own parameters may set
   */
  Activation start(String parameters, Map<String, String> run, Limits limits) {
    String owner = run.getOrDefault(ACTION_NAME, Invocation.SOLE_OWNER);
    return module.start(
        new Invocation(
            owner, parameters, environment.of(run), files, limits, capabilities, arguments));
  }
}
