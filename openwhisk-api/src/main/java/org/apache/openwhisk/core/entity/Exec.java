// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What executes an action: code of a kind, an image, or a sequence of actions. */
public abstract class Exec implements ByteSizeable {
  /** For the kinds of this package. */
  public Exec() {}

  /** Whether a text is taken for base64: 4, 8, … of its characters, with padding. */
  public static boolean isBinaryCode(@Nullable String code) {
    return Exec$.MODULE$.isBinaryCode(code);
  }

  /** The pattern of base64. */
  public static Pattern isBase64Pattern() {
    return Exec$.MODULE$.isBase64Pattern();
  }

  /** The greatest size of code, from {@code whisk.exec-size-limit}. */
  public static ByteSize sizeLimit() {
    return Exec$.MODULE$.sizeLimit();
  }

  /** The greatest size that {@link #sizeLimit} may have. */
  public static ByteSize maxSize() {
    return Exec$.MODULE$.maxSize();
  }

  /** The kind, such as {@code nodejs:20}. */
  public abstract String kind();

  /** Whether actions of the kind may no longer be created or invoked. */
  public abstract boolean deprecated();

  /** The JSON form. */
  @Override
  public String toString() {
    return Exec$.MODULE$.serdes().write(this).compactPrint();
  }
}
