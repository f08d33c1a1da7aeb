// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.limits.LimitRanges;
import java.util.List;

/**
 * Everything that was configured.
 *
 * @param ranges what actions may ask for
 * @param users who may call
 */
public record Settings(
    HttpSettings http,
    LimitRanges ranges,
    SizeLimits sizes,
    Quotas quotas,
    PoolSettings pool,
    StoreSettings store,
    List<User> users,
    BuildInfo info) {

  public Settings {
    users = List.copyOf(users);
  }

  /**
   * What {@code GET /api/v1} says of the build.
   *
   * @param number {@code whisk.info.build-no}
   * @param date {@code whisk.info.date}
   */
  public record BuildInfo(String number, String date) {}
}
