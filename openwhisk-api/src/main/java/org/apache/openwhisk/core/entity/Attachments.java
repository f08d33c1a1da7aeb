// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import akka.http.scaladsl.model.ContentType;
import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.runtime.Nothing$;

/** Values that are stored beside an entity in place of inside it. */
public final class Attachments {
  private Attachments() {}

  /**
   * A value, or where it is stored.
   *
   * @param <T> the value
   */
  public interface Attachment<T> {}

  /**
   * A value itself.
   *
   * @param <T> the value
   */
  public static class Inline<T> implements Attachment<T>, Product, scala.Serializable {
    private final T value;

    /** A value. */
    public Inline(T value) {
      this.value = value;
    }

    /** The value. */
    public T value() {
      return value;
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "Inline";
    }

    @Override
    public int productArity() {
      return 1;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, value);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof Inline;
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return CaseClass.same(this, that);
    }

    @Override
    public int hashCode() {
      return CaseClass.hash(this);
    }
  }

  /** Where a value is stored. */
  public static class Attached implements Attachment<Nothing$>, Product, scala.Serializable {
    private final String attachmentName;
    private final ContentType attachmentType;
    private final Option<Object> length;
    private final Option<String> digest;

    /** An attachment. */
    public Attached(
        String attachmentName,
        ContentType attachmentType,
        Option<Object> length,
        Option<String> digest) {
      this.attachmentName = attachmentName;
      this.attachmentType = attachmentType;
      this.length = length;
      this.digest = digest;
    }

    /** The attachment. */
    public String attachmentName() {
      return attachmentName;
    }

    /** Its type. */
    public ContentType attachmentType() {
      return attachmentType;
    }

    /** Its length, a long. */
    public Option<Object> length() {
      return length;
    }

    /** Its digest. */
    public Option<String> digest() {
      return digest;
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "Attached";
    }

    @Override
    public int productArity() {
      return 4;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, attachmentName, attachmentType, length, digest);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof Attached;
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return CaseClass.same(this, that);
    }

    @Override
    public int hashCode() {
      return CaseClass.hash(this);
    }
  }
}
