// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One instruction that takes values and gives one. Types are letters: {@code i} i32, {@code l} i64,
 * {@code f} f32, {@code d} f64, {@code v} v128, {@code r} funcref, {@code x} externref.
 *
 * @param prefix 0 for none, 0xfc or 0xfd
 * @param code the opcode
 * @param parameters their types
 * @param result its type
 */
record Numeric(int prefix, int code, String parameters, char result) {

  /** First to last opcode (hexadecimal), parameters, result. Without copysign, which sees NaNs. */
  private static final String PLAIN =
      """
      45 45 i:i  46 4f ii:i  50 50 l:i  51 5a ll:i  5b 60 ff:i  61 66 dd:i
      67 69 i:i  6a 78 ii:i  79 7b l:l  7c 8a ll:l
      8b 91 f:f  92 97 ff:f  99 9f d:d  a0 a5 dd:d
      a7 a7 l:i  a8 a9 f:i  aa ab d:i  ac ad i:l  ae af f:l  b0 b1 d:l
      b2 b3 i:f  b4 b5 l:f  b6 b6 d:f  b7 b8 i:d  b9 ba l:d  bb bb f:d
      bc bc f:i  bd bd d:l  be be i:f  bf bf l:d  c0 c1 i:i  c2 c4 l:l
      """;

  private static final String SATURATING =
      """
      00 01 f:i  02 03 d:i  04 05 f:l  06 07 d:l
      """;

  private static final String VECTOR =
      """
      0f 11 i:v  12 12 l:v  13 13 f:v  14 14 d:v  23 40 vv:v
      4d 4d v:v  4e 51 vv:v  52 52 vvv:v  53 53 v:i
      60 62 v:v  63 64 v:i  65 66 vv:v  6b 6d vi:v  6e 73 vv:v  76 79 vv:v  7b 7b vv:v
      80 81 v:v  83 84 v:i  85 86 vv:v  87 8a v:v  8b 8d vi:v  8e 93 vv:v  95 99 vv:v  9b 9b vv:v
      a0 a1 v:v  a3 a4 v:i  a7 aa v:v  ab ad vi:v  ae ae vv:v  b1 b1 vv:v  b5 ba vv:v
      c0 c1 v:v  c3 c4 v:i  c7 ca v:v  cb cd vi:v  ce ce vv:v  d1 d1 vv:v  d5 db vv:v
      """;

  /** All of them by what they give. */
  static final Map<Character, List<Numeric>> BY_RESULT = byResult();

  private static Map<Character, List<Numeric>> byResult() {
    List<Numeric> all = new ArrayList<>();
    read(0, PLAIN, all);
    read(0xfc, SATURATING, all);
    read(0xfd, VECTOR, all);
    return all.stream().collect(Collectors.groupingBy(Numeric::result));
  }

  private static void read(int prefix, String table, List<Numeric> to) {
    String[] words = table.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 3) {
      String[] type = words[i + 2].split(":");
      int last = Integer.parseInt(words[i + 1], 16);
      for (int code = Integer.parseInt(words[i], 16); code <= last; code++) {
        to.add(new Numeric(prefix, code, type[0], type[1].charAt(0)));
      }
    }
  }

  /** Whether the bits of a float that it takes can be seen in what it gives. */
  boolean seesBits() {
    return result == 'v' || (prefix == 0 && (code == 0xbc || code == 0xbd));
  }

  void write(Bytes out) {
    if (prefix == 0) {
      out.put(code);
    } else {
      out.put(prefix).u32(code);
    }
  }
}
