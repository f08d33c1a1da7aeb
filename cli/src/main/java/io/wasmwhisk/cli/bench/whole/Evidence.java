// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import io.wasmwhisk.cli.json.JsonMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a bench wrote; where it wrote nothing, nothing is in it. */
record Evidence(JsonMembers members) {
  private static final Evidence NONE = new Evidence(new JsonMembers());

  /** A bench that was ended may have left half a file. */
  static Evidence read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      return new Evidence(JsonMembers.of(Files.readString(file)));
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  /** The member of that name that is a number; NaN when there is none. */
  double number(String name) {
    return members
        .get(name)
        .filter(text -> text.matches("-?[0-9][0-9.eE+-]*"))
        .map(Double::parseDouble)
        .orElse(Double.NaN);
  }

  /** Whether the member is true. */
  boolean isTrue(String name) {
    return members.get(name).equals(Optional.of("true"));
  }

  Evidence in(String name) {
    return members.object(name).map(Evidence::new).orElse(NONE);
  }

  List<Evidence> each(String name) {
    return members.objects(name).stream().map(Evidence::new).toList();
  }

  /** The one of an array whose member has that value. */
  Evidence find(String array, String name, String value) {
    return each(array).stream()
        .filter(each -> each.members.string(name).equals(Optional.of(value)))
        .findFirst()
        .orElse(NONE);
  }

  /** A text; nothing when there is none. */
  String text(String name) {
    return members.string(name).orElse("");
  }

  /** The first numbers of an array of whole numbers. */
  double[] numbers(String name) {
    return members
        .get(name)
        .map(text -> text.replaceAll("[\\[\\]\\s]", ""))
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                List.of(text.split(",", -1)).stream().mapToDouble(Double::parseDouble).toArray())
        .orElse(new double[0]);
  }
}
