// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.IntConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.endive.runtime.WasmRuntimeException;
import run.endive.wasm.types.MemoryLimits;

class FlatMemoryTest {
  private static final int PAGE = 65536;

  private final FlatMemory memory = new FlatMemory(new MemoryLimits(1, 3), Map.of());

  private static void assertTraps(ThrowingCallable access) {
    assertThatThrownBy(access)
        .isInstanceOf(WasmRuntimeException.class)
        .hasMessage("out of bounds memory access");
  }

  private void assertEndsAt(int width, IntConsumer access) {
    access.accept(0);
    access.accept(memory.size() - width);
    assertTraps(() -> access.accept(memory.size() - width + 1));
    assertTraps(() -> access.accept(memory.size()));
    assertTraps(() -> access.accept(-1));
    assertTraps(() -> access.accept(Integer.MAX_VALUE));
    assertTraps(() -> access.accept(Integer.MIN_VALUE));
  }

  @Test
  void eachAccessEndsWithTheMemoryNotWithItsArray() {
    assertThat(memory.grow(1)).isEqualTo(1);
    assertThat(memory.bytes().length).isGreaterThan(memory.size());

    assertEndsAt(1, memory::read);
    assertEndsAt(1, at -> memory.writeByte(at, (byte) 1));
    assertEndsAt(2, memory::readShort);
    assertEndsAt(2, memory::readU16);
    assertEndsAt(2, at -> memory.writeShort(at, (short) 1));
    assertEndsAt(4, memory::readInt);
    assertEndsAt(4, at -> memory.writeI32(at, 1));
    assertEndsAt(4, memory::readFloat);
    assertEndsAt(4, memory::readF32);
    assertEndsAt(4, at -> memory.writeF32(at, 1));
    assertEndsAt(8, memory::readLong);
    assertEndsAt(8, at -> memory.writeLong(at, 1));
    assertEndsAt(8, memory::readDouble);
    assertEndsAt(8, memory::readF64);
    assertEndsAt(8, at -> memory.writeF64(at, 1));
    assertEndsAt(3, at -> memory.readBytes(at, 3));
    assertEndsAt(3, at -> memory.write(at, new byte[3], 0, 3));
    assertEndsAt(3, at -> memory.copy(at, 5, 3));
    assertEndsAt(3, at -> memory.copy(5, at, 3));
    assertEndsAt(3, at -> memory.fill((byte) 1, at, at + 3));
  }

  @Test
  void anEmptyMemoryHasNothing() {
    FlatMemory empty = new FlatMemory(new MemoryLimits(0, 0), Map.of());

    assertTraps(() -> empty.read(0));
    assertTraps(() -> empty.readLong(0));
    empty.fill((byte) 1, 0, 0);
    empty.copy(0, 0, 0);
    assertThat(empty.grow(1)).isEqualTo(-1);
  }

  @Test
  void lengthsOfMoreThanTwoGigabytesTrap() {
    assertTraps(() -> memory.copy(0, 0, -1));
    assertTraps(() -> memory.readBytes(0, -1));
    assertTraps(() -> memory.fill((byte) 0, 10, 9));
    assertTraps(() -> memory.write(0, new byte[8], 0, -1));
    assertTraps(() -> memory.write(0, new byte[8], 7, 2));
  }

  @Test
  void valuesAreLittleEndian() {
    memory.writeLong(3, 0x0807_0605_0403_0201L);

    assertThat(memory.read(3)).isEqualTo((byte) 1);
    assertThat(memory.readShort(4)).isEqualTo((short) 0x0302);
    assertThat(memory.readInt(5)).isEqualTo(0x0605_0403);
    memory.writeI32(0, 0x7FC0_0001);
    assertThat(memory.readF32(0)).isEqualTo(0x7FC0_0001);
  }

  @Test
  void growing() {
    memory.writeI32(PAGE - 4, 7);

    assertThat(memory.grow(0)).isEqualTo(1);
    assertThat(memory.grow(2)).isEqualTo(1);
    assertThat(memory.pages()).isEqualTo(3);
    assertThat(memory.readInt(PAGE - 4)).isEqualTo(7);
    assertThat(memory.readBytes(PAGE, 2 * PAGE)).containsOnly(0);
    assertThat(memory.grow(1)).isEqualTo(-1);
    assertThat(memory.grow(-1)).isEqualTo(-1);
    assertThat(memory.grow(Integer.MAX_VALUE)).isEqualTo(-1);
    assertThat(memory.pages()).isEqualTo(3);
  }

  /** 300 steps to 19 MiB; an array of its own for each would be 3 GB. */
  @Test
  void growingPageByPageTakesAFewArrays() {
    FlatMemory growing = new FlatMemory(new MemoryLimits(1), Map.of());
    byte[] array = growing.bytes();
    int arrays = 0;
    for (int i = 0; i < 300; i++) {
      growing.grow(1);
      if (growing.bytes() != array) {
        array = growing.bytes();
        arrays++;
      }
    }
    assertThat(arrays).isLessThan(50);
    assertThat(array.length).isLessThan(growing.size() / 8 * 9 + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 19})
  void copiesThatOverlap(int distance) {
    int length = 5 << 19;
    FlatMemory large = new FlatMemory(new MemoryLimits(100), Map.of());
    byte[] pattern = new byte[length];
    for (int i = 0; i < length; i++) {
      pattern[i] = (byte) (i * 31 + (i >> 8));
    }
    large.write(0, pattern);
    large.copy(distance, 0, length);
    assertThat(large.readBytes(distance, length)).isEqualTo(pattern);

    large.copy(0, distance, length);
    assertThat(large.readBytes(0, length)).isEqualTo(pattern);
  }

  @Test
  void fillingMoreThanOnePiece() {
    FlatMemory large = new FlatMemory(new MemoryLimits(50), Map.of());
    large.fill((byte) 9, 1, large.size() - 1);

    assertThat(large.read(0)).isZero();
    assertThat(large.read(large.size() - 1)).isZero();
    assertThat(large.readBytes(1, large.size() - 2)).containsOnly(9);
  }
}
