// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.write;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The data segments of a module with those that are near each other as one, zeros between them.
 * Each instance takes each segment for itself, which costs more than some bytes in one: Go's linker
 * writes a segment for every few words, 37,000 of them in a program of 3 MB.
 *
 * <p>The memory is zero when they are taken (core specification, 4.5.4), so it holds the same after
 * that where all are active, none overlap, and none traps; nothing else may name them. Any other
 * module keeps its own.
 */
public final class JoinedData {
  /** So many segments cost nothing that anybody would see. */
  private static final int FEW = 64;

  /** The most zeros between two that become one. */
  private static final int GAP_BYTES = 64;

  /** No module gets much larger for it: this times the bytes of its data section. */
  private static final int MOST_GROWTH = 2;

  private static final int ACTIVE = 0;
  private static final int I32_CONST = 0x41;
  private static final int END = 0x0b;

  private final byte[] bytes;
  private final List<List<Segment>> groups;

  /** Where a segment goes in memory, and where its bytes stand in the module. */
  private record Segment(long address, int from, int to) {
    long end() {
      return address + to - from;
    }
  }

  private JoinedData(byte[] bytes, List<List<Segment>> groups) {
    this.bytes = bytes;
    this.groups = groups;
  }

  /** The joined segments of a module; empty where they stay as they are. */
  public static Optional<JoinedData> of(ModuleLayout module) {
    List<Limits> memories = module.info().memories();
    Optional<Section> section = module.section(Section.DATA).filter(data -> data.count() > FEW);
    boolean named =
        !module.sites().fleeting().isEmpty() || module.info().features().contains(Feature.GC);
    if (section.isEmpty() || named || memories.size() != 1) {
      return Optional.empty();
    }
    long memoryBytes = memories.get(0).minimum() * Limits.PAGE_BYTES;
    return new Cursor(module.bytes(), section.get())
        .segments()
        .filter(segments -> areApart(segments, memoryBytes))
        .map(JoinedData::grouped)
        .filter(groups -> isWorth(groups, section.get()))
        .map(groups -> new JoinedData(module.bytes(), groups));
  }

  private static boolean isWorth(List<List<Segment>> groups, Section section) {
    long bytes = groups.stream().mapToLong(JoinedData::length).sum();
    return groups.size() < section.count() && bytes <= (long) MOST_GROWTH * section.size();
  }

  private static boolean areApart(List<Segment> segments, long memoryBytes) {
    long taken = 0;
    for (Segment segment : segments) {
      if (segment.address() < taken) {
        return false;
      }
      taken = segment.end();
    }
    return taken <= memoryBytes;
  }

  private static List<List<Segment>> grouped(List<Segment> segments) {
    List<List<Segment>> groups = new ArrayList<>();
    long taken = Long.MIN_VALUE / 2;
    for (Segment segment : segments) {
      if (segment.address() - taken > GAP_BYTES) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(segment);
      taken = segment.end();
    }
    return groups;
  }

  /** How many there are. */
  public int count() {
    return groups.size();
  }

  /** The content of the data count section. */
  public ByteSink dataCount() {
    return new ByteSink(8).unsigned(count());
  }

  /** The content of the data section. */
  public ByteSink data() {
    ByteSink out = new ByteSink(Math.toIntExact(groups.stream().mapToLong(JoinedData::room).sum()));
    out.unsigned(count());
    for (List<Segment> group : groups) {
      long taken = group.get(0).address();
      out.put(ACTIVE, I32_CONST).signed((int) taken).put(END).unsigned(length(group));
      for (Segment segment : group) {
        for (; taken < segment.address(); taken++) {
          out.put(0);
        }
        out.copy(bytes, segment.from(), segment.to());
        taken = segment.end();
      }
    }
    return out;
  }

  private static long room(List<Segment> group) {
    return length(group) + 32;
  }

  private static long length(List<Segment> group) {
    return group.get(group.size() - 1).end() - group.get(0).address();
  }

  /** Reads a section that was read before, so that nothing in it is malformed. */
  private static final class Cursor {
    private final byte[] bytes;
    private final int count;
    private int position;

    Cursor(byte[] bytes, Section section) {
      this.bytes = bytes;
      this.count = section.count();
      this.position = section.entries();
    }

    /** In ascending order; empty when one is passive, or at an address that is no plain number. */
    Optional<List<Segment>> segments() {
      List<Segment> segments = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        if (bytes[position] != ACTIVE || bytes[position + 1] != I32_CONST) {
          return Optional.empty();
        }
        position += 2;
        long address = integer(true) & 0xffff_ffffL;
        if (bytes[position++] != END) {
          return Optional.empty();
        }
        int length = (int) integer(false);
        segments.add(new Segment(address, position, position + length));
        position += length;
      }
      segments.sort(Comparator.comparingLong(Segment::address));
      return Optional.of(segments);
    }

    /** LEB128 (5.2.2). */
    private long integer(boolean signed) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        int group = bytes[position++];
        value |= (long) (group & 0x7f) << shift;
        if (group >= 0) {
          return signed && (group & 0x40) != 0 ? value | (-1L << (shift + 7)) : value;
        }
      }
    }
  }
}
