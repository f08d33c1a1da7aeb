// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.code;

import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Set;
import sun.misc.Unsafe;

/**
 * An array's bytes read and written as larger values, by an index that is known to be in bounds:
 * for compiled guest code, which looks at the bounds itself. The JVM's views of an array ({@code
 * VarHandle}) do so once more, in code that takes its compilers longer than all the rest of a
 * guest's function: activations of bench cpu's programs then took 1.3 to 1.7 times as long.
 * GraalWasm and Truffle reach memory in the same way.
 */
public final class RawBytes {
  public static final Unsafe UNSAFE = unsafe();

  /** Of an array's first byte. */
  public static final long BASE = UNSAFE.arrayBaseOffset(byte[].class);

  /** Whose instructions read and write at any address. */
  private static final Set<String> UNALIGNED = Set.of("amd64", "x86_64", "aarch64");

  private RawBytes() {}

  private static Unsafe unsafe() {
    try {
      Field unsafe = Unsafe.class.getDeclaredField("theUnsafe");
      unsafe.setAccessible(true);
      return (Unsafe) unsafe.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM has no sun.misc.Unsafe", e);
    }
  }

  /** Whether this JVM can, and allows it ({@code --sun-misc-unsafe-memory-access}). */
  public static boolean areAllowed() {
    try {
      return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
          && UNALIGNED.contains(System.getProperty("os.arch"))
          && UNSAFE.getByte(new byte[] {1}, BASE) == 1;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
