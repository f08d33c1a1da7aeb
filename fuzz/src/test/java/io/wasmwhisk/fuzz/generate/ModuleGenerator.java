// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import io.wasmwhisk.fuzz.Choices;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A whole module. Every function is exported as {@code f0}, {@code f1} …, every memory as {@code
 * m0} …. A portable one also exports {@code run0} …, without parameters and results: each calls the
 * function of its number and tells the host what it returned ({@link #HOST}).
 */
public final class ModuleGenerator {
  /** What portable modules import: {@code i}, {@code l}, {@code f}, {@code d}, {@code end}. */
  public static final String HOST = "see";

  /** A function for a value of each type; then the one that hears that a call is over. */
  private static final String SEEN = "ilfd";

  private static final String END = "end";
  private static final int IMPORTED = SEEN.length() + 1;
  private static final int FUEL = 500;
  private static final int TABLE_ELEMENTS = 8;

  private final Choices choices;
  private final Shape shape;
  private final Bytes out;

  private final boolean portable;

  private ModuleGenerator(Choices choices, Shape shape) {
    this.choices = choices;
    this.portable = shape.imported() > 0;
    this.shape = shape;
    this.out = new Bytes(choices);
  }

  /** The module that the bytes describe. */
  public static byte[] generate(byte[] bytes) {
    Choices choices = new Choices(bytes);
    return new ModuleGenerator(choices, Shape.of(choices)).module();
  }

  /** The module that the bytes describe, for every engine. */
  public static byte[] portable(byte[] bytes) {
    Choices choices = new Choices(bytes);
    return new ModuleGenerator(choices, Shape.portable(choices, IMPORTED)).module();
  }

  /** A portable module of which a snapshot can be taken. */
  public static byte[] lasting(byte[] bytes) {
    Choices choices = new Choices(bytes);
    return new ModuleGenerator(choices, Shape.lasting(choices, IMPORTED)).module();
  }

  private byte[] module() {
    out.put(0, 'a', 's', 'm', 1, 0, 0, 0);
    section(1, shape.functions().size() + (portable ? IMPORTED : 0), this::types);
    if (portable) {
      section(2, IMPORTED, this::imports);
    }
    section(3, (portable ? 2 : 1) * shape.functions().size(), this::functions);
    section(4, shape.tables().size(), this::tables);
    section(5, shape.memories().size(), this::memories);
    section(6, 1 + shape.globals().size(), this::globals);
    section(
        7,
        (portable ? 2 : 1) * shape.functions().size() + shape.memories().size() + 1,
        this::exports);
    if (choices.rarely(4)) {
      startFunction();
    }
    section(9, shape.elementSegments() + 1, this::elements);
    if (shape.dataSegments() > 0) {
      out.put(12).sized(new Bytes(choices).u32(shape.dataSegments()));
    }
    section(10, (portable ? 2 : 1) * shape.functions().size(), this::code);
    section(11, shape.dataSegments(), this::data);
    return custom(out).toByteArray();
  }

  private void section(int id, int count, Consumer<Bytes> entries) {
    custom(out);
    if (count > 0 || choices.rarely(8)) {
      Bytes content = new Bytes(choices).u32(count);
      entries.accept(content);
      out.put(id).sized(content);
    }
  }

  private Bytes custom(Bytes to) {
    if (choices.rarely(10)) {
      String name = choices.of("x", "", "name", "producers", "\u00e9\ud83d\ude00", "dylink.0");
      // Real sections of these names have a form of their own; an empty one has it.
      byte[] content = name.equals("x") ? choices.some(20) : new byte[0];
      Bytes section = new Bytes(choices).name(name).put(content);
      to.put(0).sized(name.equals("producers") ? section.put(0) : section);
    }
    return to;
  }

  private void types(Bytes to) {
    for (Shape.Type type : shape.functions()) {
      to.put(0x60);
      letters(to, type.parameters());
      letters(to, type.results());
    }
    if (portable) {
      SEEN.chars().forEach(type -> to.put(0x60, 1, Shape.code((char) type), 0));
      to.put(0x60, 0, 0);
    }
  }

  private void imports(Bytes to) {
    for (int i = 0; i < SEEN.length(); i++) {
      importFunction(to, SEEN.substring(i, i + 1), i);
    }
    importFunction(to, END, SEEN.length());
  }

  private void importFunction(Bytes to, String name, int type) {
    to.name(HOST).name(name).put(0).u32(shape.functions().size() + type);
  }

  private static void letters(Bytes to, String types) {
    to.u32(types.length());
    types.chars().forEach(type -> to.put(Shape.code((char) type)));
  }

  private void functions(Bytes to) {
    IntStream.range(0, shape.functions().size()).forEach(to::u32);
    if (portable) {
      int nothing = shape.functions().size() + SEEN.length();
      shape.functions().forEach(each -> to.u32(nothing));
    }
  }

  private void tables(Bytes to) {
    for (char type : shape.tables()) {
      to.put(Shape.code(type));
      if (choices.flag()) {
        to.put(0).u32(TABLE_ELEMENTS);
      } else {
        to.put(1).u32(TABLE_ELEMENTS).u32(TABLE_ELEMENTS + choices.below(20));
      }
    }
  }

  private void memories(Bytes to) {
    for (Shape.Memory memory : shape.memories()) {
      to.put((memory.wide() ? 4 : 0) | (memory.maximum() >= 0 ? 1 : 0)).u32(memory.minimum());
      if (memory.maximum() >= 0) {
        to.u32(memory.maximum());
      }
    }
  }

  private void globals(Bytes to) {
    to.put(0x7f, 1, 0x41).signed(FUEL).put(0x0b);
    for (char type : shape.globals()) {
      to.put(Shape.code(type), 1);
      switch (type) {
        case 'i' -> to.put(0x41).signed(choices.i32());
        case 'l' -> to.put(0x42).signed(choices.i64());
        case 'f' -> to.put(0x43).f32(choices.octet());
        case 'd' -> to.put(0x44).f64(choices.octet());
        case 'v' -> to.put(0xfd, 12).put(new byte[16]);
        default -> to.put(0xd0, Shape.code(type));
      }
      to.put(0x0b);
    }
  }

  private void exports(Bytes to) {
    for (int i = 0; i < shape.functions().size(); i++) {
      to.name("f" + i).put(0).u32(shape.imported() + i);
      if (portable) {
        to.name("run" + i).put(0).u32(shape.imported() + shape.functions().size() + i);
      }
    }
    for (int i = 0; i < shape.memories().size(); i++) {
      to.name("m" + i).put(2).u32(i);
    }
    to.name("fuel").put(3).u32(0);
  }

  private void startFunction() {
    IntStream.range(0, shape.functions().size())
        .filter(i -> shape.functions().get(i).equals(new Shape.Type("", "")))
        .findFirst()
        .ifPresent(i -> out.put(8).sized(new Bytes(choices).u32(shape.imported() + i)));
  }

  /** The last one declares every function, so that {@code ref.func} may name it. */
  private void elements(Bytes to) {
    boolean active = !shape.tables().isEmpty() && shape.tables().get(0) == 'r';
    for (int i = 0; i < shape.elementSegments(); i++) {
      if (active && i + 1 < shape.elementSegments()) {
        to.put(0, 0x41).signed(choices.below(4)).put(0x0b);
      } else {
        to.put(1, 0);
      }
      int count = choices.below(5);
      to.u32(count);
      IntStream.range(0, count).forEach(n -> to.u32(shape.function(choices)));
    }
    to.put(3, 0).u32(shape.functions().size());
    IntStream.range(0, shape.functions().size()).forEach(i -> to.u32(shape.imported() + i));
  }

  private void code(Bytes to) {
    for (Shape.Type type : shape.functions()) {
      to.sized(new Body(choices, shape, type).write());
    }
    if (portable) {
      IntStream.range(0, shape.functions().size()).forEach(i -> to.sized(caller(i)));
    }
  }

  /** Calls a function, and tells what it returned: the last result first. */
  private Bytes caller(int function) {
    Shape.Type type = shape.functions().get(function);
    Bytes body = new Bytes(choices).put(0);
    type.parameters().chars().forEach(parameter -> constant(body, (char) parameter));
    body.put(0x10).u32(shape.imported() + function);
    new StringBuilder(type.results())
        .reverse()
        .chars()
        .forEach(result -> body.put(0x10).u32(SEEN.indexOf(result)));
    return body.put(0x10).u32(SEEN.length()).put(0x0b);
  }

  private void constant(Bytes to, char type) {
    switch (type) {
      case 'i' -> to.put(0x41).signed(choices.of(choices.i32(), choices.octet()));
      case 'l' -> to.put(0x42).signed(choices.i64());
      case 'f' -> to.put(0x43).f32(choices.i32());
      default -> to.put(0x44).f64(choices.i64());
    }
  }

  private void data(Bytes to) {
    for (int i = 0; i < shape.dataSegments(); i++) {
      Shape.Memory memory = shape.memories().get(0);
      if (i + 1 < shape.dataSegments() && memory.minimum() > 0) {
        to.put(0, memory.wide() ? 0x42 : 0x41).signed(choices.i32() & 0xffff).put(0x0b);
      } else {
        to.put(1);
      }
      to.sized(choices.some(10));
    }
  }
}
