// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import akka.http.scaladsl.model.headers.BasicHttpCredentials;
import akka.http.scaladsl.model.headers.HttpCredentials;
import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import scala.Option;
import scala.Product;

/** A key for basic authentication: a user and a secret. */
public class BasicAuthenticationAuthKey extends GenericAuthKey
    implements Product, scala.Serializable {
  private final String uuid;
  private final String key;

  /** A user and a secret. */
  public BasicAuthenticationAuthKey(String uuid, String key) {
    super(Json.object(Json.entry("api_key", Json.string(uuid + ":" + key))));
    this.uuid = uuid;
    this.key = key;
  }

  /** A user and a secret. */
  public static BasicAuthenticationAuthKey apply(String uuid, String key) {
    return new BasicAuthenticationAuthKey(uuid, key);
  }

  /** The user. */
  public String uuid() {
    return uuid;
  }

  /** The secret. */
  public String key() {
    return key;
  }

  /** {@code uuid:key}. */
  public String compact() {
    return uuid + ":" + key;
  }

  /** The user only. */
  @Override
  public String toString() {
    return uuid;
  }

  @Override
  public Option<HttpCredentials> getCredentials() {
    return ScalaValues.some(new BasicHttpCredentials(uuid, key));
  }

  @Override
  public String productPrefix() {
    return "BasicAuthenticationAuthKey";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, uuid, key);
  }
}
