// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What other classes can link to in a class: its kind, its supertypes, its members.
 *
 * @param name the class, with dots
 * @param kind such as {@code abstract class}
 * @param superclass the class that it extends; of an interface {@code java.lang.Object}
 * @param interfaces the interfaces that it names, in its order
 * @param members its fields and methods
 */
record Shape(
    String name, String kind, String superclass, List<String> interfaces, List<Member> members) {

  private static final Pattern HEADER =
      Pattern.compile(
          "public ((?:final |abstract )?(?:class|interface)) ([^ ]+)(?: extends ([^ ]+))?(?: implements (.+))?");

  /** Reads a line such as {@code public final class X<T> extends Y implements A<B>, C}. */
  static Shape parse(String header) {
    String plain = header;
    while (plain.contains("<")) {
      plain = plain.replaceAll("<[^<>]*>", "");
    }
    Matcher matcher = HEADER.matcher(plain);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no class header: " + header);
    }
    String kind = matcher.group(1);
    List<String> extended = names(matcher.group(3));
    boolean isInterface = kind.equals("interface");
    return new Shape(
        matcher.group(2),
        kind,
        isInterface || extended.isEmpty() ? "java.lang.Object" : extended.get(0),
        isInterface ? extended : names(matcher.group(4)),
        new ArrayList<>());
  }

  /** Reads a class file with its public members. */
  static Shape read(byte[] classFile) {
    return read(classFile, Opcodes.ACC_PUBLIC);
  }

  /** Reads a class file with all its members. */
  static Shape readAll(byte[] classFile) {
    return read(classFile, 0);
  }

  private static Shape read(byte[] classFile, int needed) {
    ClassReader reader = new ClassReader(classFile);
    int access = reader.getAccess();
    Shape shape =
        new Shape(
            dotted(reader.getClassName()),
            kind(access),
            dotted(reader.getSuperName()),
            Stream.of(reader.getInterfaces()).map(Shape::dotted).toList(),
            new ArrayList<>());
    reader.accept(
        shape.new Members(needed),
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape;
  }

  /** The superclass and the interfaces. */
  List<String> supertypes() {
    List<String> all = new ArrayList<>(interfaces);
    all.add(0, superclass);
    return all;
  }

  /** The kind and the supertypes, without the members. */
  Shape header() {
    return new Shape(name, kind, superclass, interfaces, List.of());
  }

  static String dotted(String internalName) {
    return Type.getObjectType(internalName).getClassName();
  }

  private static List<String> names(@Nullable String list) {
    return list == null ? List.of() : Stream.of(list.split(",")).map(String::strip).toList();
  }

  private static String kind(int access) {
    if ((access & Opcodes.ACC_INTERFACE) != 0) {
      return "interface";
    }
    String modifier = (access & Opcodes.ACC_FINAL) != 0 ? "final " : "";
    return ((access & Opcodes.ACC_ABSTRACT) != 0 ? "abstract " : modifier) + "class";
  }

  private class Members extends ClassVisitor {
    private final int needed;

    Members(int needed) {
      super(Opcodes.ASM9);
      this.needed = needed;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access, String name, String desc, @Nullable String sig, @Nullable Object value) {
      add(access, name, desc, true);
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String desc,
        @Nullable String sig,
        String @Nullable [] exceptions) {
      add(access, name, desc, false);
      return null;
    }

    private void add(int access, String name, String desc, boolean isField) {
      if ((access & needed) == needed) {
        members.add(
            new Member(
                name,
                desc,
                (access & Opcodes.ACC_STATIC) != 0,
                (access & Opcodes.ACC_ABSTRACT) != 0,
                isField));
      }
    }
  }
}
