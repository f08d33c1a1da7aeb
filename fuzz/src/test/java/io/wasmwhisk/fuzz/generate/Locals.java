// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import io.wasmwhisk.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A function's locals.
 *
 * @param parameters types of those that the caller gives
 * @param own types of the others; the last two are temporaries, f32 and f64
 */
record Locals(String parameters, String own) {

  static Locals of(Choices choices, Shape shape, Shape.Type type) {
    StringBuilder own = new StringBuilder();
    for (int i = choices.below(6); i > 0; i--) {
      own.append(choices.rarely(8) ? "rx".charAt(choices.below(2)) : shape.value(choices));
    }
    return new Locals(type.parameters(), own + "fd");
  }

  /** Indices of those of a type that code may use. */
  List<Integer> of(char type) {
    String all = parameters + own;
    return IntStream.range(0, all.length() - 2).filter(i -> all.charAt(i) == type).boxed().toList();
  }

  int temporary(char type) {
    return parameters.length() + own.length() - (type == 'f' ? 2 : 1);
  }

  /** The declarations: runs of one type. */
  void write(Bytes out) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < own.length(); i++) {
      if (i == 0 || own.charAt(i) != own.charAt(i - 1)) {
        starts.add(i);
      }
    }
    out.u32(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : own.length();
      out.u32(end - starts.get(i)).put(Shape.code(own.charAt(starts.get(i))));
    }
  }
}
