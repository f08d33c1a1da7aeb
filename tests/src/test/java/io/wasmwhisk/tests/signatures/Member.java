// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

/**
 * A field or method of a class, as its class file has it.
 *
 * @param name the name
 * @param descriptor the erased types
 * @param isStatic whether it belongs to the class
 * @param isAbstract whether it is a method without a body
 * @param isField whether it is a field
 */
record Member(
    String name, String descriptor, boolean isStatic, boolean isAbstract, boolean isField) {

  /**
   * Reads a line such as {@code " get (Ljava/lang/String;)V static"} or {@code " MODULE$ LX$; field
   * static"}.
   */
  static Member parse(String line) {
    String[] words = line.strip().split(" ", 3);
    String flags = words.length > 2 ? " " + words[2] + " " : "";
    return new Member(
        words[0],
        words[1],
        flags.contains(" static "),
        flags.contains(" abstract "),
        flags.contains(" field "));
  }

  /** The same name and descriptor of the same sort, whatever the flags. */
  boolean isSameAs(Member other) {
    return name.equals(other.name)
        && descriptor.equals(other.descriptor)
        && isField == other.isField;
  }

  @Override
  public String toString() {
    return name
        + " "
        + descriptor
        + (isField ? " field" : "")
        + (isStatic ? " static" : "")
        + (isAbstract ? " abstract" : "");
  }
}
