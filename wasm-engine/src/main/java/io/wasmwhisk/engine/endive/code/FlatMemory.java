// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.code;

import static java.lang.invoke.MethodHandles.byteArrayViewVarHandle;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Map;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmRuntimeException;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.PassiveDataSegment;

/**
 * A memory (core specification, 4.2.8) in one array. Endive's own are slower at each access: they
 * go through a buffer, or an array for each page. An address is an int here, and one whose sum with
 * the offset passes 2³¹ is negative; no memory reaches that far, so both are out of bounds.
 *
 * <p>Public with its array, since compiled guest code, which is in loaders of its own, reads and
 * writes that without a call.
 */
@SuppressWarnings("removal") // Memory's methods for shared memories, which no guest of ours has.
public final class FlatMemory implements Memory {
  private static final VarHandle SHORTS = byteArrayViewVarHandle(short[].class, LITTLE_ENDIAN);
  private static final VarHandle INTS = byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);
  private static final VarHandle LONGS = byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
  private static final VarHandle FLOATS = byteArrayViewVarHandle(float[].class, LITTLE_ENDIAN);
  private static final VarHandle DOUBLES = byteArrayViewVarHandle(double[].class, LITTLE_ENDIAN);

  /** A growing memory gets an eighth more than it asked for, so that growing is not quadratic. */
  private static final int SPARE_PART = 8;

  /** Bytes that are filled or copied between two safepoints: some 100 µs. */
  private static final int PIECE = 1 << 20;

  private final int initialPages;
  private final int mostPages;
  private DataSegment[] segments = {};

  /** What is behind {@link #size} is zero, and nobody's. Another array after some growths. */
  public byte[] bytes;

  /** All globals of the instance by their index, once it is made. */
  public GlobalInstance[] globals = {};

  /** In bytes; never more than {@link #bytes} has. */
  public int size;

  private final Map<DataSegment, byte[]> data;

  /**
   * @param data of the module's segments, never written to: Endive copies a segment's data for
   *     whoever asks
   */
  public FlatMemory(MemoryLimits limits, Map<DataSegment, byte[]> data) {
    this.data = data;
    if (limits.shared()) {
      throw new UninstantiableException("shared memories are not supported");
    }
    initialPages = limits.initialPages();
    mostPages = Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
    size = initialPages * PAGE_SIZE;
    bytes = new byte[size];
  }

  /** Its bytes as they are until the next {@link #grow}. */
  public byte[] bytes() {
    return bytes;
  }

  /** Its size in bytes. */
  public int size() {
    return size;
  }

  /** An address whose {@code width} bytes are in bounds. */
  private int checked(int address, int width) {
    if (address < 0 || address > size - width) {
      throw outOfBounds();
    }
    return address;
  }

  /**
   * Whether this is what an access of compiled code throws that is out of bounds, and nothing else
   * does.
   */
  public static boolean isOutOfBounds(RuntimeException e) {
    return e.getClass() == IndexOutOfBoundsException.class;
  }

  private static WasmRuntimeException outOfBounds() {
    return new WasmRuntimeException("out of bounds memory access");
  }

  @Override
  public int pages() {
    return size / PAGE_SIZE;
  }

  @Override
  public int grow(int pages) {
    int before = pages();
    if (pages < 0 || pages > mostPages - before) {
      return -1;
    }
    int wanted = (before + pages) * PAGE_SIZE;
    if (wanted > bytes.length) {
      try {
        bytes = Arrays.copyOf(bytes, capacity(wanted));
      } catch (OutOfMemoryError e) {
        return -1;
      }
    }
    size = wanted;
    return before;
  }

  private int capacity(int wanted) {
    long roomy = (long) wanted + wanted / SPARE_PART;
    return (int) Math.min(roomy, (long) mostPages * PAGE_SIZE);
  }

  @Override
  public int initialPages() {
    return initialPages;
  }

  @Override
  public int maximumPages() {
    return mostPages;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public Object lock(int address) {
    throw notShared();
  }

  @Override
  public int waitOn(int address, int expected, long timeout) {
    throw notShared();
  }

  @Override
  public int waitOn(int address, long expected, long timeout) {
    throw notShared();
  }

  @Override
  public int notify(int address, int maxThreads) {
    throw notShared();
  }

  private static UnsupportedOperationException notShared() {
    return new UnsupportedOperationException("no memory is shared");
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments) {
    initialize(instance, dataSegments, 0);
  }

  /**
   * What was written is dropped (core specification, 4.5.4): nobody can take it from there again.
   */
  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
    segments = dataSegments;
    for (int i = 0; i < segments.length; i++) {
      if (segments[i] instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        int offset =
            (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
        write(offset, data(active));
        drop(i);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segmentId, int dest, int offset, int length) {
    write(dest, data(segments[segmentId]), offset, length);
  }

  private byte[] data(DataSegment segment) {
    byte[] known = data.get(segment);
    return known == null ? segment.data() : known;
  }

  /** The segments are those of the instance, not of the module. */
  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  @Override
  public void write(int address, byte[] data, int offset, int length) {
    if (length < 0 || offset < 0 || offset > data.length - length) {
      throw outOfBounds();
    }
    System.arraycopy(data, offset, bytes, checked(address, length), length);
  }

  @Override
  public byte[] readBytes(int address, int length) {
    if (length < 0) {
      throw outOfBounds();
    }
    return Arrays.copyOfRange(bytes, checked(address, length), address + length);
  }

  /** Fresh memories are zero already, and this is called for no other. */
  @Override
  public void zero() {}

  @Override
  public void fill(byte value, int fromIndex, int toIndex) {
    if (fromIndex < 0 || toIndex < fromIndex || toIndex > size) {
      throw outOfBounds();
    }
    for (int from = fromIndex; from < toIndex; ) {
      int to = (int) Math.min((long) from + PIECE, toIndex);
      Arrays.fill(bytes, from, to, value);
      Safepoint.poll();
      from = to;
    }
  }

  @Override
  public void copy(int dest, int src, int length) {
    if (length < 0) {
      throw outOfBounds();
    }
    checked(src, length);
    checked(dest, length);
    for (int done = 0; done < length; ) {
      int piece = Math.min(PIECE, length - done);
      // What overlaps is read before it is overwritten: from the end, where it moves up.
      int at = dest <= src ? done : length - done - piece;
      System.arraycopy(bytes, src + at, bytes, dest + at, piece);
      Safepoint.poll();
      done += piece;
    }
  }

  @Override
  public byte read(int address) {
    return bytes[checked(address, Byte.BYTES)];
  }

  @Override
  public void writeByte(int address, byte value) {
    bytes[checked(address, Byte.BYTES)] = value;
  }

  @Override
  public short readShort(int address) {
    return (short) SHORTS.get(bytes, checked(address, Short.BYTES));
  }

  @Override
  public long readU16(int address) {
    return Short.toUnsignedLong(readShort(address));
  }

  @Override
  public void writeShort(int address, short value) {
    SHORTS.set(bytes, checked(address, Short.BYTES), value);
  }

  @Override
  public int readInt(int address) {
    return (int) INTS.get(bytes, checked(address, Integer.BYTES));
  }

  @Override
  public void writeI32(int address, int value) {
    INTS.set(bytes, checked(address, Integer.BYTES), value);
  }

  @Override
  public long readLong(int address) {
    return (long) LONGS.get(bytes, checked(address, Long.BYTES));
  }

  @Override
  public void writeLong(int address, long value) {
    LONGS.set(bytes, checked(address, Long.BYTES), value);
  }

  @Override
  public float readFloat(int address) {
    return (float) FLOATS.get(bytes, checked(address, Float.BYTES));
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public void writeF32(int address, float value) {
    FLOATS.set(bytes, checked(address, Float.BYTES), value);
  }

  @Override
  public double readDouble(int address) {
    return (double) DOUBLES.get(bytes, checked(address, Double.BYTES));
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public void writeF64(int address, double value) {
    DOUBLES.set(bytes, checked(address, Double.BYTES), value);
  }
}
