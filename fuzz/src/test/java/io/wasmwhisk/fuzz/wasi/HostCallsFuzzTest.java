// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.files.host.HostDirectories;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls on a granted host directory, whose owner left symbolic links that lead out of it: nothing
 * beside it is read, made, changed or removed.
 */
class HostCallsFuzzTest {
  private static final int MOST_CALLS = 60;

  static Stream<byte[]> seeds() {
    return IntStream.range(0, 20).mapToObj(MemoryCallsFuzzTest::seed);
  }

  @MethodSource("seeds")
  @FuzzTest
  void nothingLeavesTheDirectory(byte[] bytes) throws IOException, InterruptedException {
    try (Surroundings surroundings = Surroundings.make()) {
      Calls calls = new Calls(bytes);
      try (CallingGuest guest =
          new CallingGuest(HostDirectories.writable(surroundings.granted()))) {
        calls.prepare(guest.memory);
        for (int i = 0; i < MOST_CALLS && !calls.exhausted(); i++) {
          guest.call(calls.next(guest.wasi));
        }
        assertThat(new String(guest.memory.bytes, UTF_8)).doesNotContain(Surroundings.SECRET);
      }
      surroundings.requireUntouched();
    }
  }
}
