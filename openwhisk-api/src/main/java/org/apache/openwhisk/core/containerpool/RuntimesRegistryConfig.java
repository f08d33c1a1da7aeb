// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;

/** Where images come from. */
public class RuntimesRegistryConfig implements Product, scala.Serializable {
  private final String url;
  private final Option<RuntimesRegistryCredentials> credentials;

  /** A registry. */
  public RuntimesRegistryConfig(String url, Option<RuntimesRegistryCredentials> credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  /** A registry. */
  public static RuntimesRegistryConfig apply(
      String url, Option<RuntimesRegistryCredentials> credentials) {
    return new RuntimesRegistryConfig(url, credentials);
  }

  /** The registry. */
  public String url() {
    return url;
  }

  /** How to sign in, where that is needed. */
  public Option<RuntimesRegistryCredentials> credentials() {
    return credentials;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "RuntimesRegistryConfig";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, url, credentials);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof RuntimesRegistryConfig;
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
