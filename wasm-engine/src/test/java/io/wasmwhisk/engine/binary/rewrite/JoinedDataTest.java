// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import io.wasmwhisk.engine.binary.read.Section;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many small data segments as few: what the memory holds does not change. */
class JoinedDataTest {
  private static final int MANY = 65;
  private static final int PAGE = 65_536;

  /** So many segments of so many bytes, so far from one's beginning to the next one's. */
  private static String segments(int count, int width, int stride) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "(data (i32.const %d) \"\\%02x%s\")"
                    .formatted(100 + i * stride, i & 0xff, "\\ff".repeat(width - 1)))
        .collect(Collectors.joining());
  }

  private static byte[] rewrite(String fields) throws Exception {
    return rewrite(1, fields);
  }

  private static byte[] rewrite(int pages, String fields) throws Exception {
    byte[] module = Wat.module("(module (memory %d)%s)".formatted(pages, fields));
    return ModuleRewriter.rewrite(
        ModuleReader.read(module, ModuleLimits.DEFAULT), Limits.MAXIMUM_PAGES, 10);
  }

  private static int count(byte[] module) throws Exception {
    return ModuleReader.read(module, ModuleLimits.DEFAULT)
        .section(Section.DATA)
        .orElseThrow()
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "64,2,10,64", "65,2,10,1", // there must be many
    "65,2,16,1", "65,2,17,65", // all of them with their zeros at most twice as large
    "65,80,144,1", "65,80,145,65", // each gap at most 64 bytes
    "1000,2,2,1"
  })
  void manyThatAreNearBecomeOne(int segments, int width, int stride, int left) throws Exception {
    assertThat(count(rewrite(segments(segments, width, stride)))).isEqualTo(left);
  }

  @Test
  void theMemoryHoldsTheSameWhateverTheirOrder() throws Exception {
    String far = "(data (i32.const %d) \"end\")(data (i32.const 0) \"A\")".formatted(PAGE - 3);
    try (Guest guest = new Guest(rewrite(segments(MANY, 2, 15) + far))) {
      assertThat(guest.byteAt(ReservedNames.MEMORY, 0)).isEqualTo('A');
      assertThat(guest.byteAt(ReservedNames.MEMORY, 99)).isZero();
      for (int i = 0; i < MANY; i++) {
        assertThat(guest.byteAt(ReservedNames.MEMORY, 100 + i * 15)).isEqualTo(i);
        assertThat(guest.byteAt(ReservedNames.MEMORY, 101 + i * 15) & 0xff).isEqualTo(0xff);
        assertThat(guest.byteAt(ReservedNames.MEMORY, 102 + i * 15)).isZero();
      }
      assertThat(guest.byteAt(ReservedNames.MEMORY, PAGE - 1)).isEqualTo('d');
    }
    assertThat(count(rewrite(segments(MANY, 2, 15) + far))).isEqualTo(3);
  }

  @Test
  void addressesInTheUpperHalfAreAddresses() throws Exception {
    byte[] module =
        rewrite(
            Limits.MAXIMUM_PAGES, segments(MANY, 2, 10) + "(data (i32.const 0xfffffff0) \"up\")");

    assertThat(count(module)).isEqualTo(2);
    assertThat(module).endsWith(0, 0x41, 0x70, 0x0b, 2, 'u', 'p');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "(data \"passive\") ~ one is passive",
        "(data (i32.const 101) \"over\") ~ two overlap",
        "(data (i32.const 65534) \"end\") ~ one traps",
        "(global $g i32 (i32.const 9)) (data (global.get $g) \"g\") ~ an address is a global's",
        "(func (data.drop 0)) ~ one is named",
      })
  void otherwiseTheyStayAsTheyAre(String more, String why) throws Exception {
    int added = more.contains("(data ") ? 1 : 0;

    assertThat(count(rewrite(segments(MANY, 2, 10) + more))).as(why).isEqualTo(MANY + added);
  }

  @Test
  void theDataCountIsTheirs() throws Exception {
    String fill = "(func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0)))";

    assertThat(count(rewrite(fill + segments(MANY, 2, 10)))).isEqualTo(1);
  }
}
