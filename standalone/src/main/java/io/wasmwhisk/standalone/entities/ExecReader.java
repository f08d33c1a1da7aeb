// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import io.wasmwhisk.standalone.runtimes.ImageName;
import io.wasmwhisk.standalone.runtimes.RuntimeKind;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * Reads {@code exec} of a PUT, in the order and with the words of OpenWhisk's {@code Exec.serdes}.
 */
final class ExecReader {
  private final Runtimes runtimes;

  ExecReader(Runtimes runtimes) {
    this.runtimes = runtimes;
  }

  /**
   * Reads an exec that is no sequence.
   *
   * @throws MalformedJsonException for the client
   */
  Exec read(JsValue json) {
    JsObject exec = Json.asObject(json);
    String kind = kindOf(exec);
    return kind.equals(Exec.BLACKBOX) ? blackbox(exec) : code(exec, kind, runtimeOf(kind));
  }

  /** The kind as asked for; families' defaults are not resolved yet. */
  static String kindOf(JsObject exec) {
    String kind = Json.text(Json.fields(exec).get("kind"));
    if (kind == null) {
      throw new MalformedJsonException("'kind' must be a string defined in 'exec'");
    }
    return kind.trim().toLowerCase(Locale.ROOT);
  }

  private RuntimeKind runtimeOf(String kind) {
    return runtimes.resolve(kind).orElseThrow(() -> new MalformedJsonException(unknownKind(kind)));
  }

  private String unknownKind(String kind) {
    List<String> known = new ArrayList<>(runtimes.kinds());
    known.add(Exec.SEQUENCE);
    known.add(Exec.BLACKBOX);
    return "The specified runtime '%s' is not supported by this platform. Valid values are: '%s'."
        .formatted(kind, String.join("', '", known));
  }

  private static Exec code(JsObject exec, String kind, RuntimeKind runtime) {
    String code = codeOf(exec, kind, runtime);
    Optional<String> main = mainOf(exec, kind);
    if (runtime.requireMain() && main.isEmpty()) {
      throw new MalformedJsonException(
          "'main' must be a string defined in 'exec' for '%s' actions".formatted(kind));
    }
    return new Exec(
        runtime.kind(),
        runtime.image(),
        Optional.of(code),
        BinaryCode.test(code),
        main,
        runtime.deprecated(),
        runtime.sentinelledLogs());
  }

  private static String codeOf(JsObject exec, String kind, RuntimeKind runtime) {
    JsValue code = Json.fields(exec).get("code");
    String text = Json.text(code);
    if (text != null) {
      return text;
    }
    throw new MalformedJsonException(
        runtime.attached() && code != null
            ? notAnAttachment(code)
            : "'code' must be a string%s defined in 'exec' for '%s' actions"
                .formatted(runtime.attached() ? " or attachment object" : "", kind));
  }

  private static Exec blackbox(JsObject exec) {
    String image = Json.text(Json.fields(exec).get("image"));
    if (image == null) {
      throw new MalformedJsonException(
          "'image' must be a string defined in 'exec' for 'blackbox' actions");
    }
    ImageName name =
        ImageName.parse(image)
            .orElseThrow(() -> new MalformedJsonException("could not parse image name"));
    Optional<String> code = blackboxCode(exec);
    return new Exec(
        Exec.BLACKBOX,
        name,
        code,
        code.map(BinaryCode::test).orElse(false),
        mainOf(exec, Exec.BLACKBOX),
        false,
        false);
  }

  private static Optional<String> blackboxCode(JsObject exec) {
    JsValue code = Json.fields(exec).get("code");
    if (code == null) {
      return Optional.empty();
    }
    String text = Json.text(code);
    if (text == null) {
      throw new MalformedJsonException(notAnAttachment(code));
    }
    return Optional.of(text).filter(t -> !t.isBlank());
  }

  private static Optional<String> mainOf(JsObject exec, String kind) {
    JsValue main = Json.fields(exec).get("main");
    String text = Json.text(main);
    if (main != null && text == null) {
      throw new MalformedJsonException(
          "if defined, 'main' be a string in 'exec' for '%s' actions".formatted(kind));
    }
    return Optional.ofNullable(text);
  }

  private static String notAnAttachment(JsValue code) {
    return "Could not deserialize as attachment record: " + code.compactPrint();
  }
}
