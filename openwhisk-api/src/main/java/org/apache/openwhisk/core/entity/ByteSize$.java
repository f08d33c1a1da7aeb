// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes {@link ByteSize}. */
public final class ByteSize$ implements scala.Serializable {
  public static final ByteSize$ MODULE$ = new ByteSize$();
  private static final Pattern TEXT = Pattern.compile("(?i)\\s?(\\d+)\\s?(GB|MB|KB|B|G|M|K)\\s?");

  private ByteSize$() {}

  /** A size; not negative. */
  public ByteSize apply(long size, SizeUnits.Unit unit) {
    return new ByteSize(size, unit);
  }

  /** What is said of a text that is no size. */
  public String formatError() {
    return "Size Unit not supported. Only \"B\", \"K[B]\", \"M[B]\" and \"G[B]\" are supported.";
  }

  /**
   * The size of a text such as {@code 128 MB}, {@code 128m} or {@code 10 b}.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public ByteSize fromString(String sizeString) {
    Matcher matcher = TEXT.matcher(sizeString);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(formatError());
    }
    SizeUnits.Unit unit =
        switch (Character.toUpperCase(matcher.group(2).charAt(0))) {
          case 'K' -> SizeUnits.KB$.MODULE$;
          case 'M' -> SizeUnits.MB$.MODULE$;
          case 'G' -> SizeUnits.GB$.MODULE$;
          default -> SizeUnits.BYTE$.MODULE$;
        };
    return new ByteSize(Long.parseLong(matcher.group(1)), unit);
  }
}
