// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.Table;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The specification's index of instructions, opcode by opcode. */
class InstructionSetTest {
  private static final int SENTINEL = 0xc0;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "00, ",
    "01, ",
    "0240, ",
    "027f, ",
    "0200, MULTI_VALUE",
    "02ff00, MULTI_VALUE",
    "026f, REFERENCE_TYPES",
    "027b, SIMD",
    "026e, REFERENCE_TYPES GC",
    "026301, REFERENCE_TYPES FUNCTION_REFERENCES",
    "0340, ",
    "0440, ",
    "05, ",
    "0640, LEGACY_EXCEPTIONS",
    "0700, LEGACY_EXCEPTIONS",
    "0800, EXCEPTIONS",
    "0900, LEGACY_EXCEPTIONS",
    "0a, EXCEPTIONS",
    "0b, ",
    "0c00, ",
    "0d8001, ",
    "0e00 05, ",
    "0e02 00 8001 03, ",
    "0f, ",
    "1000, ",
    "110000, ",
    "110001, REFERENCE_TYPES",
    "11008000, ",
    "1200, TAIL_CALL",
    "130000, TAIL_CALL",
    "1400, FUNCTION_REFERENCES",
    "1500, TAIL_CALL",
    "1800, LEGACY_EXCEPTIONS",
    "19, LEGACY_EXCEPTIONS",
    "1a, ",
    "1b, ",
    "1c017f, REFERENCE_TYPES",
    "1c026f7f, REFERENCE_TYPES",
    "1f40 00, EXCEPTIONS",
    "1f40 04 000102 010102 0202 0302, EXCEPTIONS",
    "2000, ",
    "2100, ",
    "2200, ",
    "2300, ",
    "2400, ",
    "2500, REFERENCE_TYPES",
    "2600, REFERENCE_TYPES",
    "280200, ",
    "2802ffffffff0f, ",
    "28420000, MULTI_MEMORY",
    "3e0000, ",
    "3f00, ",
    "4000, ",
    "408000, ",
    "4100, ",
    "41ffffffff07, ",
    "41808080807 8, ",
    "4200, ",
    "4280808080808080808 07f, ",
    "43 00000000, ",
    "44 0000000000000000, ",
    "d070, REFERENCE_TYPES",
    "d00b, REFERENCE_TYPES FUNCTION_REFERENCES",
    "d071, REFERENCE_TYPES GC",
    "d1, REFERENCE_TYPES",
    "d200, REFERENCE_TYPES",
    "d3, GC",
    "d4, FUNCTION_REFERENCES",
    "d500, FUNCTION_REFERENCES",
    "d600, FUNCTION_REFERENCES",
    "fb00 01, GC",
    "fb01 01, GC",
    "fb02 0102, GC",
    "fb03 0102, GC",
    "fb04 0102, GC",
    "fb05 0102, GC",
    "fb06 01, GC",
    "fb07 01, GC",
    "fb08 0102, GC",
    "fb09 0102, GC",
    "fb0a 0102, GC",
    "fb0b 01, GC",
    "fb0c 01, GC",
    "fb0d 01, GC",
    "fb0e 01, GC",
    "fb0f, GC",
    "fb10 01, GC",
    "fb11 0102, GC",
    "fb12 0102, GC",
    "fb13 0102, GC",
    "fb14 6e, GC",
    "fb15 6e, GC",
    "fb16 6e, GC",
    "fb17 6e, GC",
    "fb18 03 00 6e6d, GC",
    "fb19 03 00 6e6d, GC",
    "fb1a, GC",
    "fb1b, GC",
    "fb1c, GC",
    "fb1d, GC",
    "fb1e, GC",
    "fc00, SATURATING_FLOAT",
    "fc07, SATURATING_FLOAT",
    "fc8700, SATURATING_FLOAT",
    "fc08 0100, BULK_MEMORY",
    "fc09 01, BULK_MEMORY",
    "fc0a 0000, BULK_MEMORY",
    "fc0b 00, BULK_MEMORY",
    "fc0c 0100, BULK_MEMORY",
    "fc0d 01, BULK_MEMORY",
    "fc0e 0001, BULK_MEMORY",
    "fc0f 00, REFERENCE_TYPES",
    "fc10 00, REFERENCE_TYPES",
    "fc11 00, REFERENCE_TYPES",
    "fd00 0400, SIMD",
    "fd0b 0400, SIMD",
    "fd0c 000102030405060708090a0b0c0d0e0f, SIMD",
    "fd0d 000102030405060708090a0b0c0d0e0f, SIMD",
    "fd0e, SIMD",
    "fd14, SIMD",
    "fd15 01, SIMD",
    "fd22 01, SIMD",
    "fd23, SIMD",
    "fd53, SIMD",
    "fd54 0000 01, SIMD",
    "fd5b 0000 01, SIMD",
    "fd5c 0200, SIMD",
    "fd5d 0300, SIMD",
    "fd5e, SIMD",
    "fdff01, SIMD",
    "fd8002, RELAXED_SIMD",
    "fd9302, RELAXED_SIMD",
    "fe00 0200, THREADS",
    "fe01 0200, THREADS",
    "fe02 0300, THREADS",
    "fe03 00, THREADS",
    "fe10 0200, THREADS",
    "fe4e 0200, THREADS"
  })
  void everyInstructionEndsWhereItEnds(String hex, String features) throws Exception {
    byte[] code = HexFormat.of().parseHex(hex.replace(" ", "") + "c0");
    Set<Feature> found = EnumSet.noneOf(Feature.class);
    BinaryReader in = new BinaryReader(code, 0, code.length);
    InstructionScanner scanner = scanner(found);
    assertThat(scanner.next(in)).isEqualTo(code[0] & 0xff);
    assertThat(in.position()).isEqualTo(code.length - 1);
    assertThat(found).isEqualTo(features(features));
    assertThat(scanner.next(in)).isEqualTo(SENTINEL);
    assertThat(in.atEnd()).isTrue();
  }

  @Test
  void loadsAndStoresHaveOneMemoryArgument() throws Exception {
    for (int opcode = 0x28; opcode <= 0x3e; opcode++) {
      assertThat(length(opcode, 0x00, 0x80, 0x01)).isEqualTo(4);
    }
    for (int number = 0x10; number <= 0x4e; number++) {
      assertThat(length(0xfe, number, 0x00, 0x80, 0x01)).isEqualTo(5);
    }
  }

  @Test
  void numericInstructionsStandAlone() throws Exception {
    for (int opcode = 0x45; opcode <= 0xc4; opcode++) {
      assertThat(length(opcode)).isEqualTo(1);
    }
  }

  /** The gaps of the specification's index; 0xfb to 0xfe are prefixes. */
  @Test
  void nothingElseIsAnInstruction() {
    assertThat(unknown(0, 256))
        .isEqualTo("16 17 1d 1e 27 " + range(0xc5, 0xcf) + range(0xd7, 0xff));
    assertThat(unknown(InstructionSet.GC_PREFIX, 64)).isEqualTo(range(31, 63));
    assertThat(unknown(InstructionSet.MISC_PREFIX, 64)).isEqualTo(range(18, 63));
    assertThat(unknown(InstructionSet.VECTOR_PREFIX, 0x120))
        .isEqualTo(
            "9a a2 a5 a6 af b0 b2 b3 b4 bb c2 c5 c6 cf d0 d2 d3 d4 e2 ee " + range(0x114, 0x11f));
    assertThat(unknown(InstructionSet.ATOMIC_PREFIX, 0x60))
        .isEqualTo(range(0x04, 0x0f) + range(0x4f, 0x5f));
  }

  @Test
  void offsetsHave64BitsWithAWideMemory() throws Exception {
    byte[] code = HexFormat.of().parseHex("2800ffffffffffffffffff01c0");
    InstructionScanner scanner = scanner(EnumSet.noneOf(Feature.class));
    assertThatThrownBy(() -> scanner.next(new BinaryReader(code, 0, code.length)))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage("The module is malformed at byte 2: an integer is longer than 32 bits.");
    BinaryReader in = new BinaryReader(code, 0, code.length);
    scanner(EnumSet.noneOf(Feature.class), true).next(in);
    assertThat(in.position()).isEqualTo(code.length - 1);
  }

  private static String unknown(int prefix, int end) {
    StringBuilder unknown = new StringBuilder();
    for (int number = 0; number < end; number++) {
      Object encoding =
          prefix == 0 ? InstructionSet.plain(number) : InstructionSet.prefixed(prefix, number);
      if (encoding == null) {
        unknown.append("%02x ".formatted(number));
      }
    }
    return unknown.toString();
  }

  private static String range(int first, int last) {
    StringBuilder range = new StringBuilder();
    for (int number = first; number <= last; number++) {
      range.append("%02x ".formatted(number));
    }
    return range.toString();
  }

  private static int length(int... code) throws InvalidModuleException {
    byte[] bytes = new byte[code.length + 1];
    for (int i = 0; i < code.length; i++) {
      bytes[i] = (byte) code[i];
    }
    BinaryReader in = new BinaryReader(bytes, 0, bytes.length);
    scanner(EnumSet.noneOf(Feature.class)).next(in);
    return in.position();
  }

  private static InstructionScanner scanner(Set<Feature> features) throws InvalidModuleException {
    return scanner(features, false);
  }

  private static InstructionScanner scanner(Set<Feature> features, boolean wide)
      throws InvalidModuleException {
    IndexSpaces spaces = new IndexSpaces();
    for (int i = 0; i < 128; i++) {
      spaces.addType(new FunctionType(List.of(), List.of()));
    }
    Limits limits = new Limits(1, OptionalLong.empty(), false, wide);
    spaces.addTable(new Table("funcref", limits));
    spaces.addTable(new Table("funcref", limits));
    spaces.addFunction(new BinaryReader(new byte[1], 0, 1));
    spaces.addGlobal("i32");
    spaces.addMemory(limits);
    return new InstructionScanner(features, new TypeReader(features), spaces, new Sites());
  }

  private static Set<Feature> features(String names) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (String name : names == null ? List.<String>of() : List.of(names.split(" "))) {
      features.add(Feature.valueOf(name));
    }
    return features;
  }
}
