// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import io.wasmwhisk.engine.endive.code.FlatMemory;
import io.wasmwhisk.engine.endive.code.RawBytes;
import io.wasmwhisk.engine.endive.code.Safepoint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.Shaded;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/**
 * A method that Endive's compiler made, with three changes:
 *
 * <ul>
 *   <li>the look at the thread's interruption is a {@link Safepoint};
 *   <li>memories are {@link FlatMemory}, and loads and stores no calls ({@link MemoryAccess}), nor
 *       are globals ({@link GlobalAccess});
 *   <li>what else compiled code calls is Endive's class, not a module's copy of it: that need not
 *       be made, and HotSpot has compiled it already when the module comes.
 * </ul>
 */
final class GuestMethod extends MethodNode {
  private static final String LOOK = "checkInterruption";
  private static final String SHARED = Type.getInternalName(Shaded.class);
  private static final String SAFEPOINT = Type.getInternalName(Safepoint.class);
  private static final String INSTANCE = Type.getInternalName(Instance.class);
  private static final String MEMORY = Type.getInternalName(Memory.class);
  private static final String RETURNS_MEMORY = ")" + Type.getDescriptor(Memory.class);
  private static final String FLAT = Type.getInternalName(FlatMemory.class);
  private static final String OWN = Compiler.DEFAULT_CLASS_NAME.replace('.', '/');

  private static final boolean RAW = RawBytes.areAllowed();

  private static final int MOST_BYTES = 65_535;
  private static final int INSTRUCTION_BYTES = 3;

  private final MethodVisitor next;
  private final boolean hasMemory;
  private boolean inline;

  /** Changes all methods of a class. */
  static final class Visitor extends ClassVisitor {
    private final boolean hasMemory;
    private final Set<String> withCalls;

    /**
     * @param hasMemory whether its module has one
     * @param withCalls names of methods whose loads and stores stay calls
     */
    Visitor(ClassVisitor next, boolean hasMemory, Set<String> withCalls) {
      super(Opcodes.ASM9, next);
      this.hasMemory = hasMemory;
      this.withCalls = withCalls;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String flat = withFlatMemory(descriptor);
      return new GuestMethod(
          super.visitMethod(access, name, flat, signature, exceptions),
          hasMemory,
          !withCalls.contains(name));
    }
  }

  private GuestMethod(MethodVisitor next, boolean hasMemory, boolean inline) {
    super(Opcodes.ASM9);
    this.next = next;
    this.hasMemory = hasMemory;
    this.inline = inline;
  }

  private static String withFlatMemory(String descriptor) {
    return descriptor.replace(MEMORY, FLAT);
  }

  @Override
  public void visitEnd() {
    inline = inline && fitsInline();
    boolean accesses = false;
    for (AbstractInsnNode node : instructions.toArray()) {
      if (node instanceof MethodInsnNode call) {
        accesses |= change(call);
      } else if (node instanceof FrameNode frame) {
        replaceMemories(frame.local);
        replaceMemories(frame.stack);
      }
    }
    if (accesses) {
      maxLocals += MemoryAccess.MORE_LOCALS;
      maxStack += MemoryAccess.MORE_STACK;
    }
    accept(next);
  }

  /**
   * Whether it is surely no larger than a method of the JVM can be: to find out by making it takes
   * as long as all of its class.
   */
  private boolean fitsInline() {
    long bytes = (long) INSTRUCTION_BYTES * instructions.size();
    for (AbstractInsnNode node : instructions) {
      if (node instanceof MethodInsnNode call && MemoryAccess.of(call.name).isPresent()) {
        bytes += MemoryAccess.MORE_BYTES;
      }
    }
    return bytes <= MOST_BYTES;
  }

  private static void replaceMemories(@Nullable List<Object> types) {
    if (types != null) {
      types.replaceAll(type -> type.equals(MEMORY) ? FLAT : type);
    }
  }

  /** Whether the call has become an access to memory. */
  private boolean change(MethodInsnNode call) {
    if (call.owner.equals(GuestClasses.COPY)) {
      return changeShared(call);
    }
    if (call.owner.startsWith(OWN)) {
      call.desc = withFlatMemory(call.desc);
    } else if (call.owner.equals(INSTANCE) && call.desc.endsWith(RETURNS_MEMORY)) {
      instructions.insert(call, new TypeInsnNode(Opcodes.CHECKCAST, FLAT));
    }
    return false;
  }

  private boolean changeShared(MethodInsnNode call) {
    if (call.name.equals(LOOK)) {
      call.owner = SAFEPOINT;
      call.name = isInLoop(call) ? "poll" : "pollAtCall";
      return false;
    }
    call.owner = SHARED;
    if (!inline || !RAW) {
      return false;
    }
    if (hasMemory && GlobalAccess.is(call.name)) {
      GlobalAccess.replace(instructions, call, maxLocals);
      return true;
    }
    return MemoryAccess.of(call.name)
        .filter(access -> access.replace(instructions, call, maxLocals))
        .isPresent();
  }

  /** Before the jump back, that is; the others are before a call, whose arguments follow. */
  private static boolean isInLoop(MethodInsnNode look) {
    return look.getNext() instanceof JumpInsnNode || look.getNext() instanceof TableSwitchInsnNode;
  }
}
