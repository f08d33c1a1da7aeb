// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import io.wasmwhisk.engine.binary.Wat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binary modules of a script's. */
final class GuestText {
  /** What the test suite's own module {@code spectest} exports, as definitions. */
  private static final Map<String, String> SPECTEST =
      Map.of(
          "global_i32", "(global %s i32 (i32.const 666))",
          "global_i64", "(global %s i64 (i64.const 666))",
          "global_f32", "(global %s f32 (f32.const 666.6))",
          "global_f64", "(global %s f64 (f64.const 666.6))",
          "memory", "(memory %s 1 2)",
          "table", "(table %s 10 20 funcref)",
          "table64", "(table %s i64 10 20 funcref)");

  private GuestText() {}

  /** Whether functions can be added: the module is no bytes and no quoted text. */
  static boolean isText(Node module) {
    return !keyword(module).equals("binary") && !keyword(module).equals("quote");
  }

  /**
   * The binary module.
   *
   * @param functions more definitions, none for a module that is no text
   * @throws IllegalArgumentException when the text is not understood
   */
  static byte[] binary(Node module, List<String> functions) {
    return switch (keyword(module)) {
      case "binary" -> bytes(module);
      case "quote" ->
          Wat.module("(module " + new String(bytes(module), StandardCharsets.UTF_8) + ")");
      default -> Wat.module(text(fields(module), functions));
    };
  }

  private static String keyword(Node module) {
    return module.from(1).stream()
        .filter(item -> !item.list() && !item.isName() && !item.isString())
        .map(Node::text)
        .filter(word -> !word.equals("definition"))
        .findFirst()
        .orElse("");
  }

  private static List<Node> fields(Node module) {
    return module.items().stream().filter(Node::list).toList();
  }

  private static byte[] bytes(Node module) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    module.items().stream()
        .filter(Node::isString)
        .forEach(item -> bytes.writeBytes(StringBytes.of(item.text())));
    return bytes.toByteArray();
  }

  /** Guests of ours import functions only: what else is of {@code spectest} becomes their own. */
  private static String text(List<Node> fields, List<String> functions) {
    List<String> imports = new ArrayList<>();
    List<String> own = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Node field : fields) {
      String definition = definition(field);
      if (!definition.isEmpty()) {
        own.add(definition);
      } else if (imported(field) != null) {
        imports.add(field.text());
      } else {
        others.add(field.text());
      }
    }
    return Stream.of(
            List.of("(module"), types(others), imports, own, others, functions, List.of(")"))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n"));
  }

  /** Moved to the front, in their order: an import that has its type written out adds one. */
  private static List<String> types(List<String> others) {
    List<String> types =
        others.stream()
            .filter(field -> field.startsWith("(type") || field.startsWith("(rec"))
            .toList();
    others.removeAll(types);
    return types;
  }

  /** The {@code (import …)} of a field, in either form. */
  private static @Nullable Node imported(Node field) {
    return field.is("import") ? field : field.lists("import").findFirst().orElse(null);
  }

  private static String definition(Node field) {
    Node wanted = imported(field);
    if (wanted == null || !wanted.items().get(1).string().equals("spectest")) {
      return "";
    }
    String form = SPECTEST.get(wanted.items().get(2).string());
    Node described = wanted == field ? field.items().get(3) : field;
    String head =
        Stream.concat(described.items().stream().filter(Node::isName), described.lists("export"))
            .map(Node::text)
            .collect(Collectors.joining(" "));
    return form == null ? "" : form.formatted(head);
  }
}
