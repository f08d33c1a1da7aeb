// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.database;

import akka.http.scaladsl.model.HttpRequest;
import io.wasmwhisk.openwhisk.CaseClass;
import org.apache.openwhisk.core.entity.Identity;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** Who asks for an activation, and how. */
public class UserContext implements Product, scala.Serializable {
  private final Identity user;
  private final HttpRequest request;

  /** A user's request. */
  public UserContext(Identity user, HttpRequest request) {
    this.user = user;
    this.request = request;
  }

  /** A user's request. */
  public static UserContext apply(Identity user, HttpRequest request) {
    return new UserContext(user, request);
  }

  /** The user. */
  public Identity user() {
    return user;
  }

  /** The request. */
  public HttpRequest request() {
    return request;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "UserContext";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, user, request);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof UserContext;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
