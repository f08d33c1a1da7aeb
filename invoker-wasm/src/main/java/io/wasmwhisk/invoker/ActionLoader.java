// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.DirectoryGrant;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.LoadedModule;
import io.wasmwhisk.engine.SnapshotSource;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import io.wasmwhisk.invoker.capability.CapabilityGrants;
import io.wasmwhisk.invoker.capability.Granted;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code to a module that is ready to run.
 *
 * @param engine compiles it
 * @param code opens it
 * @param grants decides what it may reach
 */
record ActionLoader(WasmEngine engine, ActionCode code, CapabilityGrants grants) {

  /**
   * Code as it arrives.
   *
   * @param namespace the one that it belongs to
   * @param text base64 where {@code binary}
   * @param main the entry point
   */
  record Source(String namespace, String text, boolean binary, String main) {}

  /**
   * What became of it.
   *
   * @param content what it held
   * @param module what runs
   * @param granted what it may reach
   * @param compilation processor time that compiling took; empty where nothing was compiled
   */
  record Ready(
      ActionPackage content,
      CompiledModule module,
      Granted granted,
      Optional<Duration> compilation) {}

  /**
   * Loads it.
   *
   * @param annotations values of the action's annotations as JSON, by name
   * @param limits of an initialisation for a snapshot
   */
  Ready load(Source source, Map<String, String> annotations, Limits limits)
      throws BadActionException, CapabilityException, InvalidModuleException {
    ActionPackage content = code.open(source.text(), source.binary(), source.main());
    Granted granted = grants.grant(source.namespace(), content.manifest(), annotations);
    LoadedModule loaded = load(content, source.namespace(), granted, limits);
    CompiledModule module =
        switch (content.language()) {
          case WEBASSEMBLY -> loaded.module().enteredBy(source.main());
          case JAVASCRIPT -> loaded.module();
        };
    return new Ready(content, module, granted, loaded.compilation());
  }

  /** An initialisation for a snapshot sees the code and nothing of the action's variables. */
  private LoadedModule load(ActionPackage content, String namespace, Granted granted, Limits limits)
      throws InvalidModuleException {
    Optional<SnapshotRequest> snapshot = content.snapshot();
    if (snapshot.isEmpty()) {
      return engine.load(content.module(), content.engine());
    }
    List<String> directories =
        granted.capabilities().directories().stream().map(DirectoryGrant::guestPath).toList();
    return engine.load(
        content.module(),
        new SnapshotSource(namespace, snapshot.get(), content.files(), directories, limits),
        content.engine());
  }
}
