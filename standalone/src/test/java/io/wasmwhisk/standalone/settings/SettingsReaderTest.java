// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.limits.LimitRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  @Test
  void withoutAFileTheDefaultsHold() {
    Settings settings = read("");
    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.http().port()).isEqualTo(3233);
    assertThat(settings.ranges().memoryMb()).isEqualTo(new LimitRange(8, 512, 256));
    assertThat(settings.ranges().timeoutMillis()).isEqualTo(new LimitRange(100, 300_000, 60_000));
    assertThat(settings.pool())
        .isEqualTo(
            new PoolSettings(
                4096, Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofSeconds(30)));
    assertThat(settings.sizes().exec()).isEqualTo(48 * ByteSizes.MB);
    assertThat(settings.users()).extracting(User::namespace).containsExactly("guest");
  }

  @Test
  void openWhisksKeysAreRead() {
    Settings settings =
        read(
            """
            whisk {
              memory { min = 16 MB, max = 1 g, std = 64m }
              concurrency-limit.max = 7
              container-pool.user-memory = 2048 m
              container-proxy.timeouts { idle-container = 1 minute, pause-grace = 50 ms }
              config.limits-actions-invokes-concurrent = 3
              users.other-one = "u:%s"
            }
            """
                .formatted("k".repeat(64)));
    assertThat(settings.ranges().memoryMb()).isEqualTo(new LimitRange(16, 1024, 64));
    assertThat(settings.ranges().concurrency().max()).isEqualTo(7);
    assertThat(settings.pool().userMemoryMb()).isEqualTo(2048);
    assertThat(settings.pool().pauseGrace()).isEqualTo(Duration.ofMillis(50));
    assertThat(settings.quotas().concurrentInvocations()).isEqualTo(3);
    assertThat(settings.users()).extracting(User::namespace).contains("other.one");
  }

  @Test
  void allProblemsAreReportedTogether() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    whisk {
                      memory { min = lots, max = 8192 m }
                      exec-size-limit = 1.5 m
                      users.short = "u:k"
                    }
                    wasmwhisk.standalone { port = 65536, prot = 1 }
                    """))
        .isInstanceOf(InvalidSettingsException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            the configuration cannot be used:
              port: 65536 is not within 0 and 65535
              whisk.memory.min: 'lots' is no size; write a whole number and b, k, m or g, as in 128 m
              whisk.exec-size-limit: '1.5 m' is no size; write a whole number and b, k, m or g, as in 128 m
              whisk.users.short: the key of 'short' must be a uuid, a colon and 64 characters; there are 1 after the colon
              whisk.memory.max: 8192 MB never fit into whisk.container-pool.user-memory, 4096 MB
              wasmwhisk.standalone.prot: is not a setting"""
                .stripTrailing());
  }

  @Test
  void theFileWinsOverDefaultsAndOverridesOverTheFile(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("standalone.conf");
    Files.writeString(
        file, "include classpath(\"standalone.conf\")\nwhisk.memory { min = 32 m, std = 64 m }");
    var overrides = ConfigFactory.parseString("whisk.memory.min = 16 m");
    Settings settings = SettingsReader.read(ConfigFiles.load(overrides, Optional.of(file)));
    assertThat(settings.ranges().memoryMb()).isEqualTo(new LimitRange(16, 512, 64));
  }

  @ParameterizedTest
  @CsvSource({"7 b,7", "1 k,1024", "2KB,2048", "3 m,3145728", "3 MB,3145728", "1 G,1073741824"})
  void sizesAreIn1024s(String text, long bytes) {
    assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
  }

  private static Settings read(String file) {
    return SettingsReader.read(ConfigFiles.load(ConfigFactory.parseString(file), Optional.empty()));
  }
}
