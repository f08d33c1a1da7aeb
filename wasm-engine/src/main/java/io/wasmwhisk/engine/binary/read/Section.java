// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import java.util.List;

/**
 * Where a section stands in a module (core specification, 5.5.2).
 *
 * @param id 0 to 13
 * @param start offset of the id
 * @param content offset of the content, after id and size
 * @param entries offset of the first entry, after the number of entries; {@code content} where the
 *     section is no vector
 * @param count number of entries, 0 where the section is no vector
 * @param end offset after the content
 * @param name a custom section's name, empty for the others
 */
public record Section(
    int id, int start, int content, int entries, int count, int end, String name) {
  /** Custom section. */
  public static final int CUSTOM = 0;

  /** Type section. */
  public static final int TYPE = 1;

  /** Import section. */
  public static final int IMPORT = 2;

  /** Function section. */
  public static final int FUNCTION = 3;

  /** Table section. */
  public static final int TABLE = 4;

  /** Memory section. */
  public static final int MEMORY = 5;

  /** Global section. */
  public static final int GLOBAL = 6;

  /** Export section. */
  public static final int EXPORT = 7;

  /** Start section. */
  public static final int START = 8;

  /** Element section. */
  public static final int ELEMENT = 9;

  /** Code section. */
  public static final int CODE = 10;

  /** Data section. */
  public static final int DATA = 11;

  /** Data count section (bulk memory proposal). */
  public static final int DATA_COUNT = 12;

  /** Tag section (exception handling proposal). */
  public static final int TAG = 13;

  /** The order in which sections other than custom ones must stand, each at most once. */
  public static final List<Integer> ORDER =
      List.of(
          TYPE,
          IMPORT,
          FUNCTION,
          TABLE,
          MEMORY,
          TAG,
          GLOBAL,
          EXPORT,
          START,
          ELEMENT,
          DATA_COUNT,
          CODE,
          DATA);

  private static final List<String> NAMES =
      List.of(
          "custom",
          "type",
          "import",
          "function",
          "table",
          "memory",
          "global",
          "export",
          "start",
          "element",
          "code",
          "data",
          "data count",
          "tag");

  /** The specification's word for a section. */
  static String noun(int id) {
    return NAMES.get(id) + " section";
  }

  /** Bytes of the content. */
  public int size() {
    return end - content;
  }
}
