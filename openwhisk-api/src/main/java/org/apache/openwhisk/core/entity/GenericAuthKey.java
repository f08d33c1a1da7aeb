// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import akka.http.scaladsl.model.headers.HttpCredentials;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Option;
import spray.json.JsObject;

/** A key that identifies a user, as an action's environment carries it. */
public class GenericAuthKey {
  private final JsObject toEnvironment;

  /** A key of these fields. */
  public GenericAuthKey(JsObject toEnvironment) {
    this.toEnvironment = toEnvironment;
  }

  /** The fields that an action's environment gets, such as {@code api_key}. */
  public JsObject toEnvironment() {
    return toEnvironment;
  }

  /** The credentials of an HTTP request, where the key has any. */
  public Option<HttpCredentials> getCredentials() {
    return ScalaValues.none();
  }

  /** Whether the other is a key. */
  public boolean canEqual(Object that) {
    return that instanceof GenericAuthKey;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof GenericAuthKey other && toEnvironment.equals(other.toEnvironment);
  }

  @Override
  public int hashCode() {
    return toEnvironment.hashCode();
  }
}
