// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a value is what a script expects, as an expression of type i32 in the text format.
 *
 * @param strict whether the bits of a NaN count
 */
record Comparison(boolean strict) {
  private static final String CANONICAL = "nan:canonical";
  private static final String ARITHMETIC = "nan:arithmetic";

  /** Whether it stands for a reference that only a host can make. */
  static boolean isOfHost(Node constant) {
    return (constant.is("ref.extern") || constant.is("ref.host") || constant.is("either"))
        && constant.items().stream()
            .skip(1)
            .anyMatch(
                item -> item.list() ? isOfHost(item) : Character.isDigit(item.text().charAt(0)));
  }

  /** The type of a constant or a pattern. */
  static String type(Node expected) {
    String head = expected.head();
    return switch (head) {
      case "either" -> type(expected.items().get(1));
      case "ref.null" -> expected.items().get(1).text() + "ref";
      case "ref.func" -> "funcref";
      case "ref.extern" -> "externref";
      default -> head.substring(0, head.indexOf('.'));
    };
  }

  /**
   * Compares bits.
   *
   * @param value an expression
   * @param expected a constant, a pattern, or several of them
   */
  String of(String value, Node expected) {
    return switch (expected.head()) {
      case "either" -> either(value, expected.from(1));
      case "i32.const" -> "(i32.eq %s %s)".formatted(value, expected.text());
      case "i64.const" -> "(i64.eq %s %s)".formatted(value, expected.text());
      case "f32.const", "f64.const" ->
          number(value, expected.head().substring(0, 3), expected.items().get(1).text());
      case "v128.const" -> vector(value, expected.items().get(1).text(), expected.from(2));
      case "ref.null" -> "(ref.is_null %s)".formatted(value);
      default -> "(i32.eqz (ref.is_null %s))".formatted(value);
    };
  }

  private String either(String value, List<Node> choices) {
    return choices.stream()
        .map(choice -> of(value, choice))
        .reduce((one, other) -> "(i32.or %s %s)".formatted(one, other))
        .orElse("(i32.const 0)");
  }

  private String number(String value, String type, String expected) {
    if (!strict && expected.contains("nan")) {
      return "(%s.ne %s %s)".formatted(type, value, value);
    }
    boolean single = type.equals("f32");
    String integer = single ? "i32" : "i64";
    String bits = "(%s.reinterpret_%s %s)".formatted(integer, type, value);
    String quiet = single ? "0x7fc00000" : "0x7ff8000000000000";
    return switch (expected) {
      case CANONICAL -> masked(integer, bits, single ? "0x7fffffff" : "0x7fffffffffffffff", quiet);
      case ARITHMETIC -> masked(integer, bits, quiet, quiet);
      default ->
          "(%s.eq %s (%s.reinterpret_%s (%s.const %s)))"
              .formatted(integer, bits, integer, type, type, expected);
    };
  }

  private static String masked(String type, String bits, String mask, String wanted) {
    return "(%1$s.eq (%1$s.and %2$s (%1$s.const %3$s)) (%1$s.const %4$s))"
        .formatted(type, bits, mask, wanted);
  }

  private String vector(String value, String shape, List<Node> lanes) {
    if (shape.startsWith("f")) {
      return IntStream.range(0, lanes.size())
          .mapToObj(i -> lane(value, shape, i, lanes.get(i).text()))
          .reduce((one, other) -> "(i32.and %s %s)".formatted(one, other))
          .orElse("(i32.const 0)");
    }
    String constant = lanes.stream().map(Node::text).collect(Collectors.joining(" "));
    return "(i8x16.all_true (i8x16.eq %s (v128.const %s %s)))".formatted(value, shape, constant);
  }

  private String lane(String value, String shape, int lane, String expected) {
    String extracted = "(%s.extract_lane %d %s)".formatted(shape, lane, value);
    return number(extracted, shape.substring(0, 3), expected);
  }
}
