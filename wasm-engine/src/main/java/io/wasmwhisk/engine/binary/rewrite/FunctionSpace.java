// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

/**
 * The function index space of a rewritten module, in its order: the guest's imports, the host's
 * functions, the guest's functions but the first ones, those first ones, the growth guards, the
 * bodies of wrapped functions, and the function that tells a module's state. So every function of
 * the guest keeps its index, but for as many as the host's functions take the place of.
 *
 * @param imported functions that the guest imports
 * @param defined functions that the guest defines
 * @param hosts functions that are imported of the host
 * @param guards growth guards
 */
record FunctionSpace(int imported, int defined, int hosts, int guards) {

  /** How many functions of the guest get another index: its first ones. */
  int moved() {
    return Math.min(hosts, defined);
  }

  /** The new index of a function that the guest defines, counted without imports. */
  int ofDefined(int function) {
    return function < moved() ? firstMoved() + function : imported + function;
  }

  /** The new index of a function by its old one. */
  int of(int index) {
    return index < imported ? index : ofDefined(index - imported);
  }

  /** The index of a growth guard. */
  int ofGuard(int guard) {
    return firstMoved() + moved() + guard;
  }

  /** The index of the body of a wrapped function. */
  int ofBody(int wrapped) {
    return ofGuard(guards) + wrapped;
  }

  private int firstMoved() {
    return imported + Math.max(defined, hosts);
  }
}
