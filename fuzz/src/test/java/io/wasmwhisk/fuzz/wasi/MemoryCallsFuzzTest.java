// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.files.memory.MemoryFileSystem;
import io.wasmwhisk.engine.files.memory.Room;
import io.wasmwhisk.engine.files.tree.FileException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls of WASI in any order with any arguments give an error number or end the guest, and never
 * fail otherwise.
 */
class MemoryCallsFuzzTest {
  private static final int MOST_ERRNO = 76;
  private static final int MOST_CALLS = 200;

  static Stream<byte[]> seeds() {
    return IntStream.range(0, 20).mapToObj(MemoryCallsFuzzTest::seed);
  }

  /** Noise. */
  static byte[] seed(int seed) {
    byte[] bytes = new byte[100 << (seed % 4)];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @MethodSource("seeds")
  @FuzzTest
  void callsEndInErrorNumbers(byte[] bytes) throws FileException, InterruptedException {
    MemoryFileSystem files = new MemoryFileSystem(1 << 16, 20, Room.UNBOUNDED);
    Calls calls = new Calls(bytes);
    try (CallingGuest guest = new CallingGuest(files.root())) {
      calls.prepare(guest.memory);
      for (int i = 0; i < MOST_CALLS && !calls.exhausted(); i++) {
        Calls.Call call = calls.next(guest.wasi);
        assertThat(guest.call(call))
            .as(call.name())
            .isBetween(CallingGuest.EXITED, (long) MOST_ERRNO);
      }
    }
  }
}
