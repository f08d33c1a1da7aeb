// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.store;

import io.wasmwhisk.standalone.entities.Action;

/** Is told what happens to actions, by whoever changes them; does not wait, and does not fail. */
public interface ActionChanges {
  /** Nobody needs to know. */
  ActionChanges IGNORED =
      new ActionChanges() {
        @Override
        public void stored(Action action) {}

        @Override
        public void removed(Action action) {}
      };

  /** It is there, anew or in place of an earlier revision. */
  void stored(Action action);

  /** It is gone. */
  void removed(Action action);
}
