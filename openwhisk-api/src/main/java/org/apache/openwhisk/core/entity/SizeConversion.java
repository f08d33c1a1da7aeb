// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

/** Something with a size that can be told in a unit. */
public interface SizeConversion {
  /** The size in this unit. */
  ByteSize sizeIn(SizeUnits.Unit unit);

  /** The size in bytes. */
  default ByteSize sizeInBytes() {
    return sizeInBytes$(this);
  }

  /** The body of {@link #sizeInBytes}. */
  static ByteSize sizeInBytes$(SizeConversion self) {
    return self.sizeIn(SizeUnits.BYTE$.MODULE$);
  }

  /**
   * What scalac calls from the constructor of every implementing class; the trait has no fields.
   */
  static void $init$(SizeConversion self) {}
}
