// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.runtimes.ImageName;
import java.util.Optional;
import spray.json.JsObject;

/**
 * What an action executes ({@code CodeExec}).
 *
 * @param kind of the manifest, or {@code blackbox}
 * @param image where it runs; for {@code blackbox} the user's own
 * @param code base64 when {@code binary}, else text; a blackbox may do without
 * @param main the entry point, when it is not the runtime's default
 * @param deprecated it can be read and deleted, not created, updated or invoked
 * @param sentinelledLogs the runtime ends each activation's output with a marker line
 */
public record Exec(
    String kind,
    ImageName image,
    Optional<String> code,
    boolean binary,
    Optional<String> main,
    boolean deprecated,
    boolean sentinelledLogs) {
  public static final String BLACKBOX = "blackbox";
  public static final String SEQUENCE = "sequence";

  public boolean isBlackbox() {
    return kind.equals(BLACKBOX);
  }

  /**
   * UTF-8 bytes of code, entry point and, of a blackbox, image: what {@code whisk.exec-size-limit}
   * limits.
   */
  public long size() {
    long ofImage = isBlackbox() ? image.reference().length() : 0;
    return bytes(code) + bytes(main) + ofImage;
  }

  /** As clients see it, with the code or without. */
  public JsObject toJson(boolean withCode) {
    return isBlackbox() ? blackboxJson(withCode) : codeJson(withCode);
  }

  private JsObject codeJson(boolean withCode) {
    Fields json = Fields.asMap().with("kind", kind);
    if (withCode) {
      json = json.with("code", code.orElse(""));
    }
    return withMain(json.with("binary", binary)).toJson();
  }

  private JsObject blackboxJson(boolean withCode) {
    Fields json =
        Fields.asMap().with("kind", kind).with("image", image.reference()).with("binary", binary);
    if (withCode && code.isPresent()) {
      json = json.with("code", code.get());
    }
    return withMain(json).toJson();
  }

  private Fields withMain(Fields json) {
    return main.map(entry -> json.with("main", entry)).orElse(json);
  }

  private static long bytes(Optional<String> text) {
    return text.map(t -> t.getBytes(UTF_8).length).orElse(0);
  }
}
