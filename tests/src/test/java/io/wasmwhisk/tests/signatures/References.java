// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * All that a class file makes the JVM look for in other classes: supertypes, types of members, and
 * what its code names. Generic signatures, annotations and debugging tables are not linked, so they
 * are not here.
 */
final class References extends ClassVisitor {
  private final Set<Reference> found = new LinkedHashSet<>();
  private String from = "";

  private References() {
    super(Opcodes.ASM9);
  }

  static Set<Reference> of(byte[] classFile) {
    References references = new References();
    new ClassReader(classFile).accept(references, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return references.found;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    from = Shape.dotted(name);
    type(Type.getObjectType(superName));
    for (String each : interfaces) {
      type(Type.getObjectType(each));
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String desc, @Nullable String sig, @Nullable Object value) {
    type(Type.getType(desc));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String desc, @Nullable String sig, String @Nullable [] thrown) {
    type(Type.getMethodType(desc));
    if (thrown != null) {
      for (String each : thrown) {
        type(Type.getObjectType(each));
      }
    }
    return new Code();
  }

  private void type(Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> type(type.getElementType());
      case Type.OBJECT -> found.add(new Reference(from, type.getClassName(), null));
      case Type.METHOD -> {
        type(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          type(argument);
        }
      }
      default -> {}
    }
  }

  private void member(String owner, Member member) {
    Type type = Type.getObjectType(owner);
    type(type);
    type(Type.getType(member.descriptor()));
    if (type.getSort() == Type.OBJECT) {
      found.add(new Reference(from, type.getClassName(), member));
    }
  }

  private class Code extends MethodVisitor {
    Code() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      type(Type.getObjectType(type));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String desc) {
      boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
      member(owner, new Member(name, desc, isStatic, false, true));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      boolean isStatic = opcode == Opcodes.INVOKESTATIC;
      member(owner, new Member(name, desc, isStatic, false, false));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String desc, Handle bootstrap, Object... arguments) {
      type(Type.getMethodType(desc));
      for (Object argument : arguments) {
        visitLdcInsn(argument);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type type) {
        type(type);
      } else if (value instanceof Handle handle) {
        boolean isStatic =
            handle.getTag() == Opcodes.H_INVOKESTATIC
                || handle.getTag() == Opcodes.H_GETSTATIC
                || handle.getTag() == Opcodes.H_PUTSTATIC;
        boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
        member(
            handle.getOwner(),
            new Member(handle.getName(), handle.getDesc(), isStatic, false, isField));
      }
    }

    @Override
    public void visitMultiANewArrayInsn(String desc, int dimensions) {
      type(Type.getType(desc));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
      if (type != null) {
        type(Type.getObjectType(type));
      }
    }
  }
}
