// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.core.entity.Attachments.Inline;
import scala.Function1;
import scala.Option;
import spray.json.JsValue;

/**
 * What executes an action with code of its own.
 *
 * @param <T> the code's form
 */
public abstract class CodeExec<T> extends Exec {
  private final Function1<T, SizeConversion> ev;

  /** With a function that tells the code's size. */
  public CodeExec(Function1<T, SizeConversion> ev) {
    this.ev = ev;
  }

  /** The name of the function to call, where it is not {@code main}. */
  public abstract Option<String> entryPoint();

  /** The code. */
  public abstract T code();

  /** The code in JSON; JSON's null where there is none. */
  public abstract JsValue codeAsJson();

  /** The image that it runs in. */
  public abstract ExecManifest.ImageName image();

  /** Whether the runtime marks the end of each activation's log. */
  public abstract boolean sentinelledLogs();

  /** Whether the image must be pulled. */
  public abstract boolean pull();

  /** Whether the code is base64. */
  public abstract boolean binary();

  /** The size of code and entry point. */
  @Override
  public ByteSize size() {
    ByteSize size = ev.apply(code()).sizeInBytes();
    return entryPoint().isDefined() ? size.$plus(Sizes.of(entryPoint().get())) : size;
  }

  static SizeConversion sizeOf(Object code) {
    String text =
        code instanceof Inline<?> inline
            ? (String) inline.value()
            : code instanceof String given ? given : "";
    return unit -> new ByteSize(Sizes.of(text).size(), unit);
  }
}
