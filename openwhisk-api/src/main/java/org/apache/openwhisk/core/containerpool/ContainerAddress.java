// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** Where a container listens. */
public class ContainerAddress implements Product, scala.Serializable {
  private final String host;
  private final int port;

  /** A host and a port. */
  public ContainerAddress(String host, int port) {
    this.host = host;
    this.port = port;
    CaseClass.require(!host.isEmpty(), "ContainerIp must not be empty");
  }

  /** A host and a port. */
  public static ContainerAddress apply(String host, int port) {
    return new ContainerAddress(host, port);
  }

  /** The host name or address; never empty. */
  public String host() {
    return host;
  }

  /** The TCP port. */
  public int port() {
    return port;
  }

  /** {@code host:port}. */
  public String asString() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "ContainerAddress";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, host, port);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ContainerAddress;
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
