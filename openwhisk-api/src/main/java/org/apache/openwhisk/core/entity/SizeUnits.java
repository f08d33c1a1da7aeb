// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The units of {@link ByteSize}. */
public final class SizeUnits {
  private SizeUnits() {}

  /** A unit; each method converts a number of these units and rounds down. */
  public abstract static class Unit {
    /** Not for other units than those below. */
    public Unit() {}

    /** In bytes. */
    public abstract long toBytes(long n);

    /** In kilobytes. */
    public abstract long toKBytes(long n);

    /** In megabytes. */
    public abstract long toMBytes(long n);

    /** In gigabytes. */
    public abstract long toGBytes(long n);
  }

  /** Bytes. */
  public static class BYTE$ extends Unit implements Product, scala.Serializable {
    public static final BYTE$ MODULE$ = new BYTE$();

    /** The one instance is {@code MODULE$}. */
    public BYTE$() {}

    @Override
    public long toBytes(long n) {
      return n;
    }

    @Override
    public long toKBytes(long n) {
      return n / 1024;
    }

    @Override
    public long toMBytes(long n) {
      return n / 1024 / 1024;
    }

    @Override
    public long toGBytes(long n) {
      return n / 1024 / 1024 / 1024;
    }

    @Override
    public String productPrefix() {
      return "BYTE";
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof BYTE$;
    }

    @Override
    public String toString() {
      return "BYTE";
    }

    @Override
    public int hashCode() {
      return "BYTE".hashCode();
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return this == that;
    }
  }

  /** Kilobytes. */
  public static class KB$ extends Unit implements Product, scala.Serializable {
    public static final KB$ MODULE$ = new KB$();

    /** The one instance is {@code MODULE$}. */
    public KB$() {}

    @Override
    public long toBytes(long n) {
      return n * 1024;
    }

    @Override
    public long toKBytes(long n) {
      return n;
    }

    @Override
    public long toMBytes(long n) {
      return n / 1024;
    }

    @Override
    public long toGBytes(long n) {
      return n / 1024 / 1024;
    }

    @Override
    public String productPrefix() {
      return "KB";
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof KB$;
    }

    @Override
    public String toString() {
      return "KB";
    }

    @Override
    public int hashCode() {
      return "KB".hashCode();
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return this == that;
    }
  }

  /** Megabytes. */
  public static class MB$ extends Unit implements Product, scala.Serializable {
    public static final MB$ MODULE$ = new MB$();

    /** The one instance is {@code MODULE$}. */
    public MB$() {}

    @Override
    public long toBytes(long n) {
      return n * 1024 * 1024;
    }

    @Override
    public long toKBytes(long n) {
      return n * 1024;
    }

    @Override
    public long toMBytes(long n) {
      return n;
    }

    @Override
    public long toGBytes(long n) {
      return n / 1024;
    }

    @Override
    public String productPrefix() {
      return "MB";
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof MB$;
    }

    @Override
    public String toString() {
      return "MB";
    }

    @Override
    public int hashCode() {
      return "MB".hashCode();
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return this == that;
    }
  }

  /** Gigabytes. */
  public static class GB$ extends Unit implements Product, scala.Serializable {
    public static final GB$ MODULE$ = new GB$();

    /** The one instance is {@code MODULE$}. */
    public GB$() {}

    @Override
    public long toBytes(long n) {
      return n * 1024 * 1024 * 1024;
    }

    @Override
    public long toKBytes(long n) {
      return n * 1024 * 1024;
    }

    @Override
    public long toMBytes(long n) {
      return n * 1024;
    }

    @Override
    public long toGBytes(long n) {
      return n;
    }

    @Override
    public String productPrefix() {
      return "GB";
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof GB$;
    }

    @Override
    public String toString() {
      return "GB";
    }

    @Override
    public int hashCode() {
      return "GB".hashCode();
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return this == that;
    }
  }
}
