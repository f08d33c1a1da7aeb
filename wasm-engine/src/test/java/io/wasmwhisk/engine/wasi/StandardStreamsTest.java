// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardStreamsTest {

  @Test
  void writesGoToTheirSinks() throws Exception {
    TestGuest guest = new TestGuest();
    assertThat(guest.write(1, "to out")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.result()).isEqualTo(6);
    assertThat(guest.write(2, "to err")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.out.toString(UTF_8)).isEqualTo("to out");
    assertThat(guest.err.toString(UTF_8)).isEqualTo("to err");
  }

  @Test
  void allBuffersAreWrittenInOrder() throws Exception {
    TestGuest guest = new TestGuest();
    guest.put(BUFFER, "onetwothree");
    int vectors = guest.vectors(BUFFER, 3, BUFFER + 3, 0, BUFFER + 6, 5, BUFFER + 3, 3);
    guest.ok("fd_write", 1, vectors, 4, RESULT);
    assertThat(guest.result()).isEqualTo(11);
    assertThat(guest.out.toString(UTF_8)).isEqualTo("onethreetwo");
  }

  @Test
  void inputEndsWithZeroBytes() throws Exception {
    TestGuest guest = new TestGuest(ByteSource.of("abcdef".getBytes(UTF_8)), List.of(), Map.of());
    assertThat(guest.read(0, 4)).isEqualTo("abcd");
    assertThat(guest.read(0, 4)).isEqualTo("ef");
    assertThat(guest.read(0, 4)).isEmpty();
  }

  @Test
  void inputFillsSeveralBuffersWhileItNeedNotWait() throws Exception {
    TestGuest guest = new TestGuest(ByteSource.of("abcdef".getBytes(UTF_8)), List.of(), Map.of());
    guest.ok("fd_read", 0, guest.vectors(BUFFER, 2, BUFFER + 100, 0, BUFFER + 200, 10), 3, RESULT);
    assertThat(guest.result()).isEqualTo(6);
    assertThat(guest.text(BUFFER, 2)).isEqualTo("ab");
    assertThat(guest.text(BUFFER + 200, 4)).isEqualTo("cdef");
  }

  @Test
  void piecesLargerThanTheScratchBufferArrive() throws Exception {
    byte[] input = new byte[ArrayMemory.SIZE];
    java.util.Arrays.fill(input, (byte) 'x');
    TestGuest guest = new TestGuest(ByteSource.of(input), List.of(), Map.of());
    int length = ArrayMemory.SIZE - BUFFER;
    assertThat(guest.read(0, length)).hasSize(length);
    // The same bytes again and again, so that one call moves more than one chunk.
    guest.ok("fd_write", 1, guest.vectors(BUFFER, length, BUFFER, length), 2, RESULT);
    assertThat(guest.result()).isEqualTo(2 * length).isGreaterThan(GuestProcess.MAX_CHUNK);
    assertThat(guest.out.size()).isEqualTo(2 * length);
  }

  @Test
  void wrongDirectionsAreBadDescriptors() throws Exception {
    TestGuest guest = new TestGuest();
    assertThat(guest.write(0, "x")).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_read", 1, guest.vectors(BUFFER, 1), 1, RESULT)).isEqualTo(Errno.BADF);
    assertThat(guest.write(3, "x")).isEqualTo(Errno.BADF);
    assertThat(guest.write(-1, "x")).isEqualTo(Errno.BADF);
  }

  @Test
  void buffersOutsideTheMemoryFault() throws Exception {
    TestGuest guest = new TestGuest();
    int end = ArrayMemory.SIZE;
    assertThat(guest.call("fd_write", 1, guest.vectors(end - 4, 4), 1, RESULT))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.call("fd_write", 1, guest.vectors(end - 4, 5), 1, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("fd_write", 1, guest.vectors(0, 0xFFFF_FFFFL), 1, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("fd_read", 0, guest.vectors(0, 0xFFFF_FFFFL), 1, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("fd_write", 1, -8, 1, RESULT)).isEqualTo(Errno.FAULT);
  }

  @Test
  void aResultThatCannotBeStoredFaultsBeforeAnythingIsWritten() throws Exception {
    TestGuest guest = new TestGuest();
    guest.put(BUFFER, "x");
    assertThat(guest.call("fd_write", 1, guest.vectors(BUFFER, 1), 1, ArrayMemory.SIZE - 3))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.out.size()).isZero();
  }

  @Test
  void aFaultAfterSomeBytesTellsHowManyWereWritten() throws Exception {
    TestGuest guest = new TestGuest();
    guest.put(BUFFER, "good");
    guest.ok("fd_write", 1, guest.vectors(BUFFER, 4, ArrayMemory.SIZE, 1), 2, RESULT);
    assertThat(guest.result()).isEqualTo(4);
  }

  @Test
  void aBoundedSinkTakesWhatFitsAndThenRefuses() throws Exception {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    TestGuest guest = withOutput(bounded(taken, 5));
    assertThat(guest.write(1, "12345678")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.result()).isEqualTo(5);
    assertThat(guest.write(1, "678")).isEqualTo(Errno.NOSPC);
    assertThat(guest.write(2, "goes on")).isEqualTo(Errno.SUCCESS);
    assertThat(taken.toString(UTF_8)).isEqualTo("12345");
  }

  @Test
  void aBrokenSinkIsAnInputOutputError() throws Exception {
    TestGuest guest =
        withOutput(
            (source, offset, length) -> {
              throw new IOException("gone");
            });
    assertThat(guest.write(1, "x")).isEqualTo(Errno.IO);
  }

  @Test
  void streamsCannotSeekOrChangeSize() throws Exception {
    TestGuest guest = new TestGuest();
    assertThat(guest.call("fd_seek", 1, 0, 1, RESULT)).isEqualTo(Errno.SPIPE);
    assertThat(guest.call("fd_tell", 1, RESULT)).isEqualTo(Errno.SPIPE);
    assertThat(guest.call("fd_filestat_set_size", 1, 0)).isEqualTo(Errno.SPIPE);
    assertThat(guest.call("fd_pwrite", 1, guest.vectors(BUFFER, 1), 1, 0, RESULT))
        .isEqualTo(Errno.SPIPE);
    assertThat(guest.call("fd_sync", 1)).isEqualTo(Errno.SUCCESS);
  }

  @Test
  void fdstatTellsTerminalsApart() throws Exception {
    ByteSink sink = ByteSink.discarding();
    TestGuest guest =
        new TestGuest(
            new DescriptorTable(
                new StandardStreams(ByteSource.empty(), sink, sink, false, true, false)));
    guest.ok("fd_fdstat_get", 1, RESULT);
    assertThat(guest.memory.getByte(RESULT)).isEqualTo((byte) 2);
    guest.ok("fd_fdstat_get", 2, RESULT);
    assertThat(guest.memory.getByte(RESULT)).isEqualTo((byte) 0);
    guest.ok("fd_filestat_get", 1, RESULT);
    assertThat(guest.memory.getByte(RESULT + 16)).isEqualTo((byte) 2);
  }

  @Test
  void aNonBlockingReadThatWouldWaitSaysSo() throws Exception {
    TestGuest guest = new TestGuest(new SilentSource(), List.of(), Map.of());
    guest.ok("fd_fdstat_set_flags", 0, 4);
    assertThat(guest.call("fd_read", 0, guest.vectors(BUFFER, 1), 1, RESULT))
        .isEqualTo(Errno.AGAIN);
    assertThat(guest.call("fd_read", 0, guest.vectors(BUFFER, 0), 1, RESULT))
        .isEqualTo(Errno.SUCCESS);
  }

  private static ByteSink bounded(ByteArrayOutputStream taken, int limit) {
    return (source, offset, length) -> {
      int fits = Math.min(length, limit - taken.size());
      if (fits == 0) {
        throw new FileException(FileError.NO_SPACE);
      }
      taken.write(source, offset, fits);
      return fits;
    };
  }

  private static TestGuest withOutput(ByteSink sink) {
    return new TestGuest(
        new DescriptorTable(new StandardStreams(ByteSource.empty(), sink, ByteSink.discarding())));
  }
}
