// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Exec;
import io.wasmwhisk.standalone.store.ActionChanges;
import io.wasmwhisk.start.CodeAhead;

/** Tells a plugin of ours of code as soon as it is stored; OpenWhisk's interface cannot. */
final class CodeAheadChanges implements ActionChanges {
  /** What OpenWhisk gives as the entry point where an action names none. */
  private static final String DEFAULT_MAIN = "main";

  private final CodeAhead ahead;

  CodeAheadChanges(CodeAhead ahead) {
    this.ahead = ahead;
  }

  @Override
  public void stored(Action action) {
    Exec exec = action.exec();
    exec.code()
        .ifPresent(
            code ->
                ahead.stored(
                    action.namespace(),
                    action.name(),
                    exec.image().reference(),
                    code,
                    exec.binary(),
                    exec.main().orElse(DEFAULT_MAIN)));
  }

  @Override
  public void removed(Action action) {
    ahead.removed(action.namespace(), action.name());
  }
}
