// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.Arrays;
import java.util.Optional;

/** Where a name section (core specification, 7.4.1) names the module and its functions. */
public final class NameSection {
  private static final int MODULE = 0;
  private static final int FUNCTIONS = 1;
  private static final int FIELDS = 3;

  private int moduleStart;
  private int moduleEnd;
  private int[] functions = new int[0];
  private int count;

  private NameSection() {}

  /**
   * Reads a name section, in time and heap linear in its bytes.
   *
   * @return empty when it is malformed: then it says nothing (5.5.3)
   */
  public static Optional<NameSection> read(byte[] bytes, Section section) {
    BinaryReader in = new BinaryReader(bytes, section.content(), section.end());
    NameSection names = new NameSection();
    try {
      in.name();
      while (!in.atEnd()) {
        names.readSubsection(in);
      }
      return Optional.of(names);
    } catch (InvalidModuleException malformed) {
      return Optional.empty();
    }
  }

  private void readSubsection(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int id = in.u8();
    BinaryReader content = in.slice(in.count("bytes of names"));
    if (id == MODULE) {
      moduleStart = start;
      moduleEnd = content.end();
    } else if (id == FUNCTIONS) {
      readFunctions(content);
    }
  }

  private void readFunctions(BinaryReader in) throws InvalidModuleException {
    int announced = in.count("function names");
    functions = Arrays.copyOf(functions, Math.addExact(FIELDS * count, FIELDS * announced));
    for (int i = 0; i < announced; i++) {
      int at = FIELDS * count++;
      functions[at] = in.u32();
      functions[at + 1] = in.position();
      in.name();
      functions[at + 2] = in.position();
    }
  }

  /** Offset of the subsection with the module's name, {@link #moduleEnd()} where there is none. */
  public int moduleStart() {
    return moduleStart;
  }

  /** Offset after that subsection. */
  public int moduleEnd() {
    return moduleEnd;
  }

  /** Number of functions that have a name. */
  public int functions() {
    return count;
  }

  /** A named function's index. */
  public int function(int entry) {
    return functions[FIELDS * entry];
  }

  /** Offset of its name's length. */
  public int nameStart(int entry) {
    return functions[FIELDS * entry + 1];
  }

  /** Offset after its name. */
  public int nameEnd(int entry) {
    return functions[FIELDS * entry + 2];
  }
}
