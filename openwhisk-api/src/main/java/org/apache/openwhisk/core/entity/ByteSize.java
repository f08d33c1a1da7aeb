// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.math.Ordered;

/** A size in bytes, kilobytes, megabytes or gigabytes of 1024; equal where the bytes are. */
public class ByteSize implements Ordered<ByteSize>, Product, scala.Serializable {
  private final long size;
  private final SizeUnits.Unit unit;

  /** A size; not negative. */
  public ByteSize(long size, SizeUnits.Unit unit) {
    this.size = size;
    this.unit = unit;
    CaseClass.require(size >= 0, "a negative size of an object is not allowed.");
  }

  /** A size; not negative. */
  public static ByteSize apply(long size, SizeUnits.Unit unit) {
    return new ByteSize(size, unit);
  }

  /** The number of units. */
  public long size() {
    return size;
  }

  /** The unit. */
  public SizeUnits.Unit unit() {
    return unit;
  }

  /**
   * The size of a text such as {@code 128 MB}, {@code 128m} or {@code 10 b}.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static ByteSize fromString(String sizeString) {
    return ByteSize$.MODULE$.fromString(sizeString);
  }

  /** The size in bytes. */
  public long toBytes() {
    return unit.toBytes(size);
  }

  /** The size in kilobytes, rounded down. */
  public long toKB() {
    return unit.toKBytes(size);
  }

  /** The size in megabytes, rounded down. */
  public long toMB() {
    return unit.toMBytes(size);
  }

  /** The sum, in bytes. */
  public ByteSize $plus(ByteSize other) {
    return bytes(other.toBytes() + toBytes());
  }

  /**
   * The difference, in bytes.
   *
   * @throws IllegalArgumentException where it is negative
   */
  public ByteSize $minus(ByteSize other) {
    return bytes(toBytes() - other.toBytes());
  }

  /** The product, in bytes. */
  public ByteSize $times(int other) {
    return bytes(toBytes() * other);
  }

  /**
   * The ratio.
   *
   * @throws ArithmeticException where the other is 0
   */
  public double $div(ByteSize other) {
    if (other.toBytes() == 0) {
      throw new ArithmeticException();
    }
    return (double) toBytes() / (double) other.toBytes();
  }

  /** The quotient, in bytes, rounded down. */
  public ByteSize $div(int other) {
    return bytes(toBytes() / other);
  }

  /** Less than, equal to or greater than 0, as the bytes compare. */
  @Override
  public int compare(ByteSize other) {
    return Long.compare(toBytes(), other.toBytes());
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ByteSize other && compare(other) == 0;
  }

  /** {@code 128 MB}. */
  @Override
  public String toString() {
    return size + " " + (unit == SizeUnits.BYTE$.MODULE$ ? "B" : unit);
  }

  private static ByteSize bytes(long size) {
    return new ByteSize(size, SizeUnits.BYTE$.MODULE$);
  }

  @Override
  public String productPrefix() {
    return "ByteSize";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, size, unit);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ByteSize;
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
