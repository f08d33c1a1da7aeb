// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import io.wasmwhisk.engine.endive.code.FlatMemory;
import io.wasmwhisk.engine.endive.code.RawBytes;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import sun.misc.Unsafe;

/**
 * A load or store (core specification, 4.6.10) as bytecode that HotSpot need not inline anything
 * for: it inlines only so much into one method, and a large function of a guest has hundreds of
 * them. What is called here, it compiles to an instruction or two by itself.
 *
 * @param type of what is in memory
 * @param store whether it stores
 */
record MemoryAccess(Type type, boolean store) {
  private static final String MEMORY = Type.getInternalName(FlatMemory.class);
  private static final String RAW = Type.getInternalName(RawBytes.class);

  /** By the name of Endive's method. */
  private static final Map<String, MemoryAccess> BY_METHOD =
      Map.ofEntries(
          Map.entry("memoryReadByte", new MemoryAccess(Type.BYTE_TYPE, false)),
          Map.entry("memoryReadShort", new MemoryAccess(Type.SHORT_TYPE, false)),
          Map.entry("memoryReadInt", new MemoryAccess(Type.INT_TYPE, false)),
          Map.entry("memoryReadLong", new MemoryAccess(Type.LONG_TYPE, false)),
          Map.entry("memoryReadFloat", new MemoryAccess(Type.FLOAT_TYPE, false)),
          Map.entry("memoryReadDouble", new MemoryAccess(Type.DOUBLE_TYPE, false)),
          Map.entry("memoryWriteByte", new MemoryAccess(Type.BYTE_TYPE, true)),
          Map.entry("memoryWriteShort", new MemoryAccess(Type.SHORT_TYPE, true)),
          Map.entry("memoryWriteInt", new MemoryAccess(Type.INT_TYPE, true)),
          Map.entry("memoryWriteLong", new MemoryAccess(Type.LONG_TYPE, true)),
          Map.entry("memoryWriteFloat", new MemoryAccess(Type.FLOAT_TYPE, true)),
          Map.entry("memoryWriteDouble", new MemoryAccess(Type.DOUBLE_TYPE, true)));

  /** With what is read or written there, no sum passes 2³¹. */
  private static final int MOST_OFFSET = Integer.MAX_VALUE - Long.BYTES;

  /** Places on the JVM's stack beside those of the call that it replaces. */
  static final int MORE_STACK = 5;

  /** Bytes of code, about, that it has more than the call. */
  static final int MORE_BYTES = 25;

  /** Local variables that it needs. */
  static final int MORE_LOCALS = 2;

  /** What a call of one of Endive's methods is; empty for one that does something else. */
  static Optional<MemoryAccess> of(String method) {
    return Optional.ofNullable(BY_METHOD.get(method));
  }

  /**
   * Puts it in the place of a call, before which an offset, a constant, and the memory, a local
   * variable, are loaded.
   *
   * @param free the first local variable that is
   * @return false when another instruction loads them, and the call stays
   */
  boolean replace(InsnList code, MethodInsnNode call, int free) {
    if (!(call.getPrevious() instanceof VarInsnNode memory) || !isOffset(memory.getPrevious())) {
      return false;
    }
    int offset = constant(memory.getPrevious());
    if (offset > MOST_OFFSET) {
      return false;
    }
    code.remove(memory.getPrevious());
    code.remove(memory);
    code.insertBefore(call, access(offset, memory.var, free));
    code.remove(call);
    return true;
  }

  /** Another one loads an object or a variable: Endive's own constants are all offsets here. */
  private static boolean isOffset(AbstractInsnNode node) {
    return node.getOpcode() >= Opcodes.ICONST_0 && node.getOpcode() <= Opcodes.LDC;
  }

  private static int constant(AbstractInsnNode node) {
    return switch (node) {
      case LdcInsnNode constant -> (int) constant.cst;
      case IntInsnNode constant -> constant.operand;
      default -> node.getOpcode() - Opcodes.ICONST_0;
    };
  }

  /** From the address, or the address and the value, on the stack to the value, or nothing. */
  private InsnList access(int offset, int memory, int free) {
    InsnList code = new InsnList();
    if (store) {
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), free));
    }
    if (type != Type.BYTE_TYPE) {
      code.add(
          new FieldInsnNode(Opcodes.GETSTATIC, RAW, "UNSAFE", Type.getDescriptor(Unsafe.class)));
      code.add(new InsnNode(Opcodes.SWAP));
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, memory));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, MEMORY, "bytes", "[B"));
    code.add(new InsnNode(Opcodes.SWAP));
    addIndex(code, offset, memory);
    if (type != Type.BYTE_TYPE) {
      code.add(new InsnNode(Opcodes.I2L));
      code.add(new FieldInsnNode(Opcodes.GETSTATIC, RAW, "BASE", "J"));
      code.add(new InsnNode(Opcodes.LADD));
    }
    if (store) {
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), free));
    }
    code.add(move());
    return code;
  }

  private AbstractInsnNode move() {
    if (type == Type.BYTE_TYPE) {
      return new InsnNode(store ? Opcodes.BASTORE : Opcodes.BALOAD);
    }
    return store
        ? unsafe("put", "(Ljava/lang/Object;J" + type + ")V")
        : unsafe("get", "(Ljava/lang/Object;J)" + type);
  }

  private MethodInsnNode unsafe(String verb, String descriptor) {
    String name = type.getClassName();
    return new MethodInsnNode(
        Opcodes.INVOKEVIRTUAL,
        Type.getInternalName(Unsafe.class),
        verb + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
        descriptor,
        false);
  }

  /**
   * From an address to the index in the array. The address is held against the size less what lies
   * behind it, so that no sum overflows; that it is negative, or that is, fails.
   */
  private void addIndex(InsnList code, int offset, int memory) {
    code.add(new VarInsnNode(Opcodes.ALOAD, memory));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, MEMORY, "size", "I"));
    int behind = offset + bytes() - 1;
    if (behind > 0) {
      code.add(push(behind));
      code.add(new InsnNode(Opcodes.ISUB));
    }
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(Objects.class),
            "checkIndex",
            "(II)I",
            false));
    if (offset > 0) {
      code.add(push(offset));
      code.add(new InsnNode(Opcodes.IADD));
    }
  }

  private int bytes() {
    return switch (type.getSort()) {
      case Type.BYTE -> Byte.BYTES;
      case Type.SHORT -> Short.BYTES;
      case Type.INT, Type.FLOAT -> Integer.BYTES;
      default -> Long.BYTES;
    };
  }

  private static AbstractInsnNode push(int constant) {
    if (constant <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + constant);
    }
    if (constant <= Byte.MAX_VALUE) {
      return new IntInsnNode(Opcodes.BIPUSH, constant);
    }
    return constant <= Short.MAX_VALUE
        ? new IntInsnNode(Opcodes.SIPUSH, constant)
        : new LdcInsnNode(constant);
  }
}
