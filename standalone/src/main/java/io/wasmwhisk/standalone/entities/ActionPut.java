// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import io.wasmwhisk.standalone.limits.LimitsPut;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import java.util.List;
import java.util.Optional;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * The body of a PUT ({@code WhiskActionPut}): everything is optional.
 *
 * @param deletedAnnotations keys that an update drops before it adds {@code annotations}
 */
public record ActionPut(
    Optional<Exec> exec,
    Optional<Parameters> parameters,
    Optional<LimitsPut> limits,
    Optional<Version> version,
    Optional<Boolean> publish,
    Optional<Parameters> annotations,
    List<String> deletedAnnotations) {

  /** Whether the body makes the action a sequence of others, which is not served here. */
  public static boolean isSequence(JsValue body) {
    return body instanceof JsObject object
        && Json.fields(object).get("exec") instanceof JsObject exec
        && Exec.SEQUENCE.equals(ExecReader.kindOf(exec));
  }

  /**
   * Reads a body whose nesting was limited.
   *
   * @throws MalformedJsonException with OpenWhisk's words
   */
  public static ActionPut read(JsValue body, Runtimes runtimes) {
    if (body instanceof JsObject object) {
      return read(object, new ExecReader(runtimes));
    }
    throw new MalformedJsonException("Object expected in field 'exec'");
  }

  private static ActionPut read(JsObject body, ExecReader execs) {
    // OpenWhisk reads these three first, to check their sizes: so their errors come first too.
    Optional<Exec> exec = Json.field(body, "exec").map(execs::read);
    Optional<Parameters> parameters = Json.field(body, "parameters").map(Parameters::fromJson);
    Optional<Parameters> annotations = Json.field(body, "annotations").map(Parameters::fromJson);
    return new ActionPut(
        exec,
        parameters,
        Json.field(body, "limits").map(LimitsPut::fromJson),
        Json.field(body, "version").map(Version::fromJson),
        Json.field(body, "publish").map(ActionPut::truth),
        annotations,
        Json.field(body, "delAnnotations").map(ActionPut::texts).orElse(List.of()));
  }

  private static boolean truth(JsValue value) {
    Boolean truth = Json.truth(value);
    if (truth == null) {
      throw new MalformedJsonException("Expected JsBoolean, but got " + value.compactPrint());
    }
    return truth;
  }

  private static List<String> texts(JsValue value) {
    if (value instanceof JsArray array) {
      return Json.elements(array).stream().map(ActionPut::text).toList();
    }
    throw new MalformedJsonException("Expected Array as JsArray, but got " + value.compactPrint());
  }

  private static String text(JsValue value) {
    String text = Json.text(value);
    if (text == null) {
      throw new MalformedJsonException(
          "Expected String as JsString, but got " + value.compactPrint());
    }
    return text;
  }
}
