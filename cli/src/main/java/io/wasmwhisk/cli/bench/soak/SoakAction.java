// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.rest.ActionName;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * An action on the server. Whoever calls it holds the gate's read lock, whoever changes or removes
 * it the write lock: OpenWhisk fails an activation whose action changes before it is run.
 */
record SoakAction(Role role, ActionName name, ReadWriteLock gate) {
  SoakAction(Role role, ActionName name) {
    this(role, name, new ReentrantReadWriteLock());
  }
}
