// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.http.Messages;
import scala.util.Try;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** Makes and uses {@link ActivationId} values. */
public final class ActivationId$ implements scala.Serializable {
  public static final ActivationId$ MODULE$ = new ActivationId$();

  private static String checked(String id) {
    if (id.length() != 32) {
      SizeError error =
          new SizeError(
              "Activation id",
              new ByteSize(id.length(), SizeUnits.BYTE$.MODULE$),
              new ByteSize(32, SizeUnits.BYTE$.MODULE$));
      throw new IllegalArgumentException(Messages.activationIdLengthError(error));
    }
    if (!id.chars().allMatch(c -> Character.isDigit(c) || (c >= 'a' && c <= 'f'))) {
      throw new IllegalArgumentException(Messages.activationIdIllegal());
    }
    return id;
  }

  private static ActivationId read(JsValue json) {
    if (!(json instanceof JsString) && !(json instanceof JsNumber)) {
      throw Json.failure(Messages.activationIdIllegal());
    }
    String text = json instanceof JsString string ? string.value() : json.toString();
    try {
      return new ActivationId(checked(text));
    } catch (IllegalArgumentException e) {
      throw Json.failure(String.valueOf(e.getMessage()));
    }
  }

  private ActivationId$() {}

  /** The identifier of a text, or an {@link IllegalArgumentException} that says what is wrong. */
  public Try<ActivationId> parse(String id) {
    return ScalaValues.attempt(() -> new ActivationId(checked(id)));
  }

  /** A random identifier. */
  public String generate() {
    return java.util.UUID.randomUUID().toString().replace("-", "");
  }

  /** The identifier of a text, unchecked. */
  public String apply(String asString) {
    return asString;
  }

  /** The JSON form: a string. */
  public RootJsonFormat<ActivationId> serdes() {
    return Json.format(id -> Json.string(id.asString()), ActivationId$::read);
  }

  /** The JSON form of an answer: {@code {"activationId": …}}. */
  public JsObject toJsObject$extension(String $this) {
    return Json.object(Json.entry("activationId", Json.string($this)));
  }
}
