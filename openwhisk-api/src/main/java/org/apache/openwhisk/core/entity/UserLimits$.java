// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.ScalaValues;

/** Makes {@link UserLimits}. */
public final class UserLimits$ implements scala.Serializable {
  public static final UserLimits$ MODULE$ = new UserLimits$();
  private final UserLimits standardUserLimits =
      new UserLimits(
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none(),
          ScalaValues.none());

  private UserLimits$() {}

  /** The limits of a user for whom nothing is set. */
  public UserLimits standardUserLimits() {
    return standardUserLimits;
  }
}
