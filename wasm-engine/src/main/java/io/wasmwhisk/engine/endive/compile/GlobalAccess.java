// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import io.wasmwhisk.engine.endive.code.FlatMemory;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import run.endive.runtime.GlobalInstance;

/**
 * A global read or written (core specification, 4.6.8) as bytecode that does not ask which module
 * it is of: all are the instance's own, by their index. A compiler's stack pointer is one, and most
 * functions begin and end with it.
 */
final class GlobalAccess {
  private static final String READ = "readGlobal";
  private static final String WRITE = "writeGlobal";
  private static final String GLOBAL = Type.getInternalName(GlobalInstance.class);
  private static final String MEMORY = Type.getInternalName(FlatMemory.class);

  private GlobalAccess() {}

  /** Whether a call of one of Endive's methods is one. */
  static boolean is(String method) {
    return method.equals(READ) || method.equals(WRITE);
  }

  /**
   * Puts it in the place of a call, before which an index, a constant, and the instance, a local
   * variable behind that of the memory, are loaded.
   *
   * @param free the first local variable that is
   */
  static void replace(InsnList code, MethodInsnNode call, int free) {
    VarInsnNode instance = (VarInsnNode) call.getPrevious();
    AbstractInsnNode index = instance.getPrevious();
    code.remove(instance);
    code.remove(index);
    InsnList access = new InsnList();
    boolean write = call.name.equals(WRITE);
    if (write) {
      access.add(new VarInsnNode(Opcodes.LSTORE, free));
    }
    access.add(new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
    access.add(new FieldInsnNode(Opcodes.GETFIELD, MEMORY, "globals", "[L" + GLOBAL + ";"));
    access.add(index);
    access.add(new InsnNode(Opcodes.AALOAD));
    if (write) {
      access.add(new VarInsnNode(Opcodes.LLOAD, free));
    }
    access.add(
        write
            ? new MethodInsnNode(Opcodes.INVOKEVIRTUAL, GLOBAL, "setValue", "(J)V", false)
            : new MethodInsnNode(Opcodes.INVOKEVIRTUAL, GLOBAL, "getValue", "()J", false));
    code.insertBefore(call, access);
    code.remove(call);
  }
}
