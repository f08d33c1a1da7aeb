// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import org.jspecify.annotations.Nullable;

/**
 * What a class file names of another class.
 *
 * @param from the class that names it
 * @param owner the class that is named
 * @param member the member that is named, or null for the class itself
 */
record Reference(String from, String owner, @Nullable Member member) {

  @Override
  public String toString() {
    return from + " -> " + owner + (member == null ? "" : " " + member);
  }
}
