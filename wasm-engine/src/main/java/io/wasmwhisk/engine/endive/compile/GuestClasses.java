// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import run.endive.compiler.internal.ByteClassCollector;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.Shaded;

/**
 * The classes of a module, as its compiler makes them, and with what a guest of ours needs written
 * in ({@link GuestMethod}).
 */
final class GuestClasses extends ByteClassCollector {
  /** The compiler's copy of {@link Shaded} for one module; ours call that itself. */
  static final String COPY =
      Compiler.DEFAULT_CLASS_NAME.replace('.', '/') + Shaded.class.getSimpleName();

  /** In its place, for the compiler to copy. */
  private static final byte[] NOTHING = nothing();

  private final boolean hasMemory;

  /**
   * @param hasMemory whether the module has a memory
   */
  GuestClasses(boolean hasMemory) {
    this.hasMemory = hasMemory;
  }

  private static byte[] nothing() {
    ClassWriter nothing = new ClassWriter(0);
    nothing.visit(
        Opcodes.V11,
        Opcodes.ACC_PUBLIC,
        Type.getInternalName(Shaded.class),
        null,
        Type.getInternalName(Object.class),
        null);
    return nothing.toByteArray();
  }

  @Override
  public byte[] resolve(Class<?> type) {
    return type == Shaded.class ? NOTHING : super.resolve(type);
  }

  @Override
  public void putMainClass(String name, byte[] bytes) {
    super.putMainClass(name, rewritten(bytes));
  }

  @Override
  public void put(String name, byte[] bytes) {
    if (!name.equals(COPY)) {
      super.put(name, rewritten(bytes));
    }
  }

  private byte[] rewritten(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Set<String> withCalls = new HashSet<>();
    while (true) {
      ClassWriter writer = new ClassWriter(0);
      reader.accept(new GuestMethod.Visitor(writer, hasMemory, withCalls), 0);
      try {
        return writer.toByteArray();
      } catch (MethodTooLargeException e) {
        withCalls.add(e.getMethodName());
      }
    }
  }
}
