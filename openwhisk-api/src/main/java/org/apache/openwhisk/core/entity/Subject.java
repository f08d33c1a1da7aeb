// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * Who invokes actions.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link Subject$}.
 */
public final class Subject {
  private final String subject;

  /** Boxes the value. */
  public Subject(String subject) {
    this.subject = subject;
  }

  /** The value. */
  public String org$apache$openwhisk$core$entity$Subject$$subject() {
    return subject;
  }

  @Override
  public String toString() {
    return subject;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof Subject other && subject.equals(other.subject);
  }

  @Override
  public int hashCode() {
    return subject.hashCode();
  }
}
