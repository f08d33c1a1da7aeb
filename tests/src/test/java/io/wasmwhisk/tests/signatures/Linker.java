// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Resolves what class files name, as the JVM would, in a world where OpenWhisk has its recorded
 * classes and no others: first in the class itself, then in its supertypes. Other libraries are
 * taken as they are on the class path.
 */
final class Linker {
  private static final String OPENWHISK = "org.apache.openwhisk.";
  private static final String PLUGIN = OPENWHISK + "core.containerpool.wasm.";

  private final Map<String, Shape> recorded;
  private final Map<String, Shape> own = new HashMap<>();
  private final Map<String, Set<Reference>> references = new HashMap<>();

  Linker(Map<String, Shape> recorded, Iterable<byte[]> classFiles) {
    this.recorded = recorded;
    for (byte[] classFile : classFiles) {
      Shape shape = Shape.readAll(classFile);
      own.put(shape.name(), shape);
      references.put(shape.name(), References.of(classFile));
    }
  }

  /** What the class files name of OpenWhisk that is not recorded, a line each. */
  Set<String> unresolved() {
    Set<String> unresolved = new TreeSet<>();
    for (Set<Reference> each : references.values()) {
      for (Reference reference : each) {
        if (!resolves(reference)) {
          unresolved.add(reference.toString());
        }
      }
    }
    return unresolved;
  }

  /** How many different classes and members of OpenWhisk the class files name. */
  long count() {
    return references.values().stream()
        .flatMap(Set::stream)
        .filter(reference -> isOpenWhisk(reference.owner()))
        .map(reference -> reference.owner() + reference.member())
        .distinct()
        .count();
  }

  private boolean resolves(Reference reference) {
    String owner = reference.owner();
    if (isOpenWhisk(owner) && !recorded.containsKey(owner)) {
      return false;
    }
    Member member = reference.member();
    if (member == null || !(isOpenWhisk(owner) || own.containsKey(owner))) {
      return true;
    }
    Member resolved = find(owner, member);
    return resolved != null && resolved.isStatic() == member.isStatic();
  }

  private static boolean isOpenWhisk(String name) {
    return name.startsWith(OPENWHISK) && !name.startsWith(PLUGIN);
  }

  private @Nullable Member find(String owner, Member wanted) {
    Shape shape = own.containsKey(owner) ? own.get(owner) : recorded.get(owner);
    if (shape == null) {
      return isOpenWhisk(owner) ? null : onClassPath(owner, wanted);
    }
    for (Member member : shape.members()) {
      if (member.isSameAs(wanted)) {
        return member;
      }
    }
    for (String supertype : shape.supertypes()) {
      Member inherited = wanted.name().equals("<init>") ? null : find(supertype, wanted);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private static @Nullable Member onClassPath(String owner, Member wanted) {
    try {
      Class<?> type = Class.forName(owner, false, Linker.class.getClassLoader());
      return inClass(type, wanted);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static @Nullable Member inClass(@Nullable Class<?> type, Member wanted) {
    if (type == null) {
      return null;
    }
    List<Member> members = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      String desc = Type.getMethodDescriptor(method);
      members.add(new Member(method.getName(), desc, isStatic, false, false));
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      String desc = Type.getConstructorDescriptor(constructor);
      members.add(new Member("<init>", desc, false, false, false));
    }
    for (Field field : type.getDeclaredFields()) {
      boolean isStatic = Modifier.isStatic(field.getModifiers());
      String desc = Type.getDescriptor(field.getType());
      members.add(new Member(field.getName(), desc, isStatic, false, true));
    }
    Member found = members.stream().filter(wanted::isSameAs).findFirst().orElse(null);
    for (Class<?> each : type.getInterfaces()) {
      found = found == null ? inClass(each, wanted) : found;
    }
    return found == null ? inClass(type.getSuperclass(), wanted) : found;
  }
}
