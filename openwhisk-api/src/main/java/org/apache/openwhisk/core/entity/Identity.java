// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.immutable.Set;

/** Who invokes an action. */
public class Identity implements Product, scala.Serializable {
  private final String subject;
  private final Namespace namespace;
  private final GenericAuthKey authkey;
  private final Set<?> rights;
  private final UserLimits limits;

  /** An identity. */
  public Identity(
      String subject,
      Namespace namespace,
      GenericAuthKey authkey,
      Set<?> rights,
      UserLimits limits) {
    this.subject = subject;
    this.namespace = namespace;
    this.authkey = authkey;
    this.rights = rights;
    this.limits = limits;
  }

  /** An identity. */
  public static Identity apply(
      String subject,
      Namespace namespace,
      GenericAuthKey authkey,
      Set<?> rights,
      UserLimits limits) {
    return new Identity(subject, namespace, authkey, rights, limits);
  }

  /** The subject. */
  public String subject() {
    return subject;
  }

  /** The namespace of the subject. */
  public Namespace namespace() {
    return namespace;
  }

  /** The key. */
  public GenericAuthKey authkey() {
    return authkey;
  }

  /** What the subject may do in general. */
  public Set<?> rights() {
    return rights;
  }

  /** The limits of the namespace. */
  public UserLimits limits() {
    return limits;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "Identity";
  }

  @Override
  public int productArity() {
    return 5;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, subject, namespace, authkey, rights, limits);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof Identity;
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
