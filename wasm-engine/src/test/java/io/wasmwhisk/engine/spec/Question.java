// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.ModuleInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A check as a function in the text format, without parameters and results: it traps where a result
 * is another one than is expected.
 */
final class Question {
  private static final String NAME = "check-";
  private static final String ANY_NAN = "-any-nan";

  private Question() {}

  static String name(int number) {
    return NAME + number;
  }

  /** The same question where any NaN will do, for a check that expects one. */
  static String anyNan(int number) {
    return NAME + number + ANY_NAN;
  }

  /**
   * The function.
   *
   * @param module the module that is asked
   * @return empty where no function can ask that: a reference of the host's would be needed
   */
  static Optional<String> of(Check check, ModuleInfo module, int number) {
    ExternalKind kind = check.isInvocation() ? ExternalKind.FUNCTION : ExternalKind.GLOBAL;
    return module.export(check.export(), kind).flatMap(export -> of(check, export, number));
  }

  private static Optional<String> of(Check check, Export export, int number) {
    boolean hosts =
        check.arguments().stream().anyMatch(Comparison::isOfHost)
            || check.expected().stream().anyMatch(Comparison::isOfHost);
    return hosts
        ? Optional.empty()
        : Optional.of(
            function(name(number), check, export, true)
                + (check.expectsNan() ? function(anyNan(number), check, export, false) : ""));
  }

  private static String function(String name, Check check, Export export, boolean strict) {
    List<String> results = results(check, export);
    String locals =
        results.stream().map(type -> "(local " + type + ")").collect(Collectors.joining());
    String arguments = check.arguments().stream().map(Node::text).collect(Collectors.joining(" "));
    String action =
        (check.isInvocation() ? "(call %d %s)" : "(global.get %d)%s")
            .formatted(export.index(), arguments);
    return "(func (export \"%s\") %s %s %s %s)"
        .formatted(name, locals, action, taken(results), compared(check.expected(), strict));
  }

  private static List<String> results(Check check, Export export) {
    if (check.isInvocation()) {
      FunctionType type = Objects.requireNonNull(export.type());
      return type.results();
    }
    return check.expected().stream().map(Comparison::type).toList();
  }

  private static String taken(List<String> results) {
    return IntStream.range(0, results.size())
        .map(i -> results.size() - 1 - i)
        .mapToObj(i -> "(local.set " + i + ")")
        .collect(Collectors.joining());
  }

  private static String compared(List<Node> expected, boolean strict) {
    return IntStream.range(0, expected.size())
        .mapToObj(i -> new Comparison(strict).of("(local.get " + i + ")", expected.get(i)))
        .map(equal -> "(if (i32.eqz " + equal + ") (then unreachable))")
        .collect(Collectors.joining());
  }
}
