// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.Settings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/** Reads and writes {@link Exec}. */
public final class Exec$ implements ArgNormalizer<Exec> {
  public static final Exec$ MODULE$ = new Exec$();

  private final ByteSize maxSize = new ByteSize(48, SizeUnits.MB$.MODULE$);
  private final ByteSize sizeLimit = Sizes.read(Settings.top(), "whisk.exec-size-limit");
  private final Pattern isBase64Pattern =
      Pattern.compile(
          "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$");

  private Exec$() {
    CaseClass.require(
        sizeLimit.$less$eq(maxSize),
        "Executable code size limit "
            + sizeLimit
            + " specified by 'whisk.exec-size-limit' should not be more than max size of "
            + maxSize);
  }

  /** The greatest size that {@link #sizeLimit} may have. */
  public ByteSize maxSize() {
    return maxSize;
  }

  /** The greatest size of code. */
  public ByteSize sizeLimit() {
    return sizeLimit;
  }

  /** The kind of sequences. */
  public String SEQUENCE() {
    return "sequence";
  }

  /** The kind of users' images. */
  public String BLACKBOX() {
    return "blackbox";
  }

  /** The kind where it is not known. */
  public String UNKNOWN() {
    return "unknown";
  }

  /**
   * The JSON form: {@code {"kind", "code", "binary", "main" if any, "image" of a blackbox,
   * "components" of a sequence}}.
   */
  @Override
  public RootJsonFormat<Exec> serdes() {
    return Json.format(ExecJson::write, ExecJson::read);
  }

  /** The pattern of base64. */
  public Pattern isBase64Pattern() {
    return isBase64Pattern;
  }

  /** Whether a text, trimmed, is taken for base64. */
  public boolean isBinaryCode(@Nullable String code) {
    if (code == null) {
      return false;
    }
    String text = code.trim();
    return !text.isEmpty() && text.length() % 4 == 0 && isBase64Pattern.matcher(text).matches();
  }
}
