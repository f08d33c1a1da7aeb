// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** How to sign in at an image registry. */
public class RuntimesRegistryCredentials implements Product, scala.Serializable {
  private final String user;
  private final String password;

  /** A user and a password. */
  public RuntimesRegistryCredentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** A user and a password. */
  public static RuntimesRegistryCredentials apply(String user, String password) {
    return new RuntimesRegistryCredentials(user, password);
  }

  /** The user. */
  public String user() {
    return user;
  }

  /** The password. */
  public String password() {
    return password;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "RuntimesRegistryCredentials";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, user, password);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof RuntimesRegistryCredentials;
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
