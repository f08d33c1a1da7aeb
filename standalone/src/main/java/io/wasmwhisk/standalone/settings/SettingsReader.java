// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.limits.LimitRanges;
import io.wasmwhisk.standalone.settings.Settings.BuildInfo;
import java.util.ArrayList;
import java.util.List;

/** Makes {@link Settings} of a resolved configuration. */
public final class SettingsReader {
  private static final int MANY = Integer.MAX_VALUE;
  private static final String OURS = "wasmwhisk.standalone";

  private final Config config;
  private final List<String> problems = new ArrayList<>();
  private final ConfigSection whisk;
  private final ConfigSection ours;

  private SettingsReader(Config config) {
    this.config = config;
    whisk = new ConfigSection(config, problems);
    ours = new ConfigSection(config.getConfig(OURS), problems);
  }

  /**
   * Reads all settings.
   *
   * @param config resolved, {@link ConfigFiles#load} makes one
   * @throws InvalidSettingsException with every problem
   */
  public static Settings read(Config config) {
    return new SettingsReader(config).read();
  }

  private Settings read() {
    Settings settings =
        new Settings(http(), ranges(), sizes(), quotas(), pool(), store(), users(), info());
    checkTogether(settings);
    checkUnknown();
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  private HttpSettings http() {
    return new HttpSettings(
        ours.text("host"),
        ours.number("port", 0, 65535),
        ours.duration("body-timeout"),
        ours.bytes("max-body"),
        ours.number("json-nesting", 1, JsonText.MOST),
        whisk.duration("whisk.controller.activation.max-wait-for-blocking-activation"),
        whisk.number("whisk.query-limit.default-list-limit", 1, MANY),
        whisk.number("whisk.query-limit.max-list-limit", 1, MANY));
  }

  private LimitRanges ranges() {
    return new LimitRanges(
        whisk.range("whisk.time-limit", key -> whisk.duration(key).toMillis()),
        whisk.range("whisk.memory", whisk::megabytes),
        whisk.range("whisk.log-limit", whisk::megabytes),
        whisk.range("whisk.concurrency-limit", key -> whisk.number(key, 1, MANY)));
  }

  private SizeLimits sizes() {
    return new SizeLimits(
        whisk.bytes("whisk.exec-size-limit"),
        whisk.bytes("whisk.parameter-size-limit"),
        whisk.bytes("whisk.activation.payload.max"),
        whisk.bytes("whisk.activation.payload.truncation"));
  }

  private Quotas quotas() {
    return new Quotas(
        whisk.number("whisk.config.limits-actions-invokes-perMinute", 0, MANY),
        whisk.number("whisk.config.limits-actions-invokes-concurrent", 0, MANY),
        whisk.number("whisk.config.limits-triggers-fires-perMinute", 0, MANY),
        whisk.number("whisk.config.limits-actions-sequence-maxLength", 0, MANY));
  }

  private PoolSettings pool() {
    return new PoolSettings(
        whisk.megabytes("whisk.container-pool.user-memory"),
        whisk.duration("whisk.container-proxy.timeouts.idle-container"),
        whisk.duration("whisk.container-proxy.timeouts.pause-grace"),
        ours.duration("answer-grace"));
  }

  private StoreSettings store() {
    return new StoreSettings(
        ours.number("activations.max-count", 1, MANY), ours.bytes("activations.max-size"));
  }

  private BuildInfo info() {
    return new BuildInfo(whisk.text("whisk.info.build-no"), whisk.text("whisk.info.date"));
  }

  /** As OpenWhisk's standalone: a dash in the key stands for a dot in the user's name. */
  private List<User> users() {
    List<User> users = new ArrayList<>();
    for (String name : config.getObject("whisk.users").keySet()) {
      String key = whisk.text("whisk.users." + ConfigUtil.quoteString(name));
      try {
        users.add(User.of(name.replace('-', '.'), key));
      } catch (IllegalArgumentException wrong) {
        problems.add("whisk.users." + name + ": " + wrong.getMessage());
      }
    }
    return users;
  }

  private void checkTogether(Settings settings) {
    long max = settings.ranges().memoryMb().max();
    if (max > settings.pool().userMemoryMb()) {
      problems.add(
          "whisk.memory.max: %d MB never fit into whisk.container-pool.user-memory, %d MB"
              .formatted(max, settings.pool().userMemoryMb()));
    }
    if (settings.http().defaultListLimit() > settings.http().maxListLimit()) {
      problems.add("whisk.query-limit.default-list-limit: is above max-list-limit");
    }
  }

  private void checkUnknown() {
    Config known = ConfigFiles.defaults().getConfig(OURS);
    config
        .getConfig(OURS)
        .entrySet()
        .forEach(
            entry -> {
              if (!known.hasPathOrNull(entry.getKey())) {
                problems.add(OURS + "." + entry.getKey() + ": is not a setting");
              }
            });
  }
}
