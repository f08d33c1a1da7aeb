// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.files.host.HostDirectories;
import io.wasmwhisk.engine.files.memory.MemoryFileSystem;
import io.wasmwhisk.engine.files.memory.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same calls on an in-memory and on a host directory, both empty at first, have the same
 * answers: paths are resolved alike wherever they lead.
 */
class FileSystemsFuzzTest {
  private static final int MOST_CALLS = 60;

  static Stream<byte[]> seeds() {
    return IntStream.range(0, 20).mapToObj(MemoryCallsFuzzTest::seed);
  }

  @MethodSource("seeds")
  @FuzzTest
  void bothAnswerAlike(byte[] bytes) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("fuzz-directory");
    Calls calls = new Calls(bytes).ofPathsOnly();
    try (CallingGuest host = new CallingGuest(HostDirectories.writable(directory));
        CallingGuest memory =
            new CallingGuest(new MemoryFileSystem(1 << 20, 200, Room.UNBOUNDED).root())) {
      StringBuilder sequence = new StringBuilder();
      for (int i = 0; i < MOST_CALLS && !calls.exhausted(); i++) {
        // What a call wrote over the paths, inode numbers for instance, differs.
        calls.prepare(host.memory);
        calls.prepare(memory.memory);
        Calls.Call call = calls.next(host.wasi);
        long answer = memory.call(call);
        sequence.append(calls.shown(call)).append(" = ").append(answer).append('\n');
        assertThat(host.call(call)).as("%s", sequence).isEqualTo(answer);
      }
    } finally {
      Surroundings.delete(directory);
    }
  }
}
