// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import run.endive.compiler.internal.ByteClassCollector;

/**
 * The classes of a module, as its compiler makes them. Each module gets a copy of what compiled
 * code calls, Endive's class {@code Shaded}; in ours the look at the thread's interruption is a
 * {@link Safepoint}.
 */
final class GuestClasses extends ByteClassCollector {
  private static final String SHARED = "Shaded";
  private static final String LOOK = "checkInterruption";

  @Override
  public byte[] resolve(Class<?> type) {
    byte[] bytes = super.resolve(type);
    return type.getSimpleName().equals(SHARED) ? withSafepoint(bytes) : bytes;
  }

  private static byte[] withSafepoint(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    Replacement replacement = new Replacement(writer);
    new ClassReader(bytes).accept(replacement, 0);
    if (!replacement.done) {
      throw new IllegalStateException(
          "Endive's %s has no method %s any more, where guests can be stopped"
              .formatted(SHARED, LOOK));
    }
    return writer.toByteArray();
  }

  private static final class Replacement extends ClassVisitor {
    private static final String NOTHING_TO_NOTHING = "()V";

    private boolean done;

    Replacement(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.equals(LOOK) || !descriptor.equals(NOTHING_TO_NOTHING)) {
        return method;
      }
      done = true;
      method.visitCode();
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(Safepoint.class),
          "poll",
          NOTHING_TO_NOTHING,
          false);
      method.visitInsn(Opcodes.RETURN);
      method.visitMaxs(0, 0);
      method.visitEnd();
      return new MethodVisitor(Opcodes.ASM9) {};
    }
  }
}
