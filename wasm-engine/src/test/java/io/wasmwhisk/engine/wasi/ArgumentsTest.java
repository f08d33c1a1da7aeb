// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.wasi.abi.Errno;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void argumentsLieOneAfterTheOther() throws Exception {
    TestGuest guest = new TestGuest(ByteSource.empty(), List.of("prog", "", "zwölf"), Map.of());
    guest.ok("args_sizes_get", RESULT, RESULT + 4);
    assertThat(guest.result()).isEqualTo(3);
    assertThat(guest.memory.getInt(RESULT + 4)).isEqualTo(5 + 1 + 7);
    guest.ok("args_get", RESULT, BUFFER);
    assertThat(guest.memory.getInt(RESULT)).isEqualTo(BUFFER);
    assertThat(guest.memory.getInt(RESULT + 4)).isEqualTo(BUFFER + 5);
    assertThat(guest.memory.getInt(RESULT + 8)).isEqualTo(BUFFER + 6);
    assertThat(guest.text(BUFFER, 13)).isEqualTo("prog\0\0zwölf\0");
  }

  @Test
  void environmentKeepsItsOrder() throws Exception {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("Z", "1");
    environment.put("A", "b=c");
    environment.put("EMPTY", "");
    TestGuest guest = new TestGuest(ByteSource.empty(), List.of(), environment);
    guest.ok("environ_sizes_get", RESULT, RESULT + 4);
    assertThat(guest.result()).isEqualTo(3);
    assertThat(guest.memory.getInt(RESULT + 4)).isEqualTo(4 + 6 + 7);
    guest.ok("environ_get", RESULT, BUFFER);
    assertThat(guest.text(BUFFER, 17)).isEqualTo("Z=1\0A=b=c\0EMPTY=\0");
    assertThat(guest.memory.getInt(RESULT + 8)).isEqualTo(BUFFER + 10);
  }

  @Test
  void nothingIsNothing() throws Exception {
    TestGuest guest = new TestGuest();
    guest.memory.putInt(RESULT, 7);
    guest.ok("args_sizes_get", RESULT, RESULT + 4);
    assertThat(guest.memory.getLong(RESULT)).isZero();
    guest.ok("environ_get", ArrayMemory.SIZE, ArrayMemory.SIZE);
  }

  @Test
  void addressesOutsideFault() throws Exception {
    TestGuest guest = new TestGuest(ByteSource.empty(), List.of("prog"), Map.of("A", "b"));
    assertThat(guest.call("args_get", RESULT, ArrayMemory.SIZE - 4)).isEqualTo(Errno.FAULT);
    assertThat(guest.call("args_get", RESULT, ArrayMemory.SIZE - 5)).isEqualTo(Errno.SUCCESS);
    assertThat(guest.call("args_sizes_get", -1, RESULT)).isEqualTo(Errno.FAULT);
    assertThat(guest.call("environ_get", 0xFFFF_FFFFL, RESULT)).isEqualTo(Errno.FAULT);
  }

  @Test
  void textsThatCannotBeHandedOverAreRefused() {
    assertRefused(
        List.of("a\0b"),
        Map.of(),
        "'a\\0b' cannot be the argument: it is empty, or holds a NUL or '='");
    assertRefused(
        List.of(),
        Map.of("A=B", "c"),
        "'A=B' cannot be the environment variable's name: it is empty, or holds a NUL or '='");
    assertRefused(
        List.of(),
        Map.of("", "c"),
        "'' cannot be the environment variable's name: it is empty, or holds a NUL or '='");
    assertRefused(
        List.of(),
        Map.of("A", "\0"),
        "'\\0' cannot be the value of the environment variable A: it is empty, or holds a NUL or"
            + " '='");
  }

  private static void assertRefused(
      List<String> arguments, Map<String, String> environment, String message) {
    ByteSink sink = ByteSink.discarding();
    DescriptorTable table =
        new DescriptorTable(new StandardStreams(ByteSource.empty(), sink, sink));
    assertThatThrownBy(() -> new WasiSettings(arguments, environment, table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
