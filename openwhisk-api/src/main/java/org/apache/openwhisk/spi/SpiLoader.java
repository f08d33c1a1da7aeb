// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.spi;

import scala.reflect.Manifest;

/** Static forwarders to {@link SpiLoader$}. */
public final class SpiLoader {
  private SpiLoader() {}

  /** The default resolver, which reads {@code whisk.spi}. */
  public static <A extends Spi> SpiClassResolver get$default$2() {
    return SpiLoader$.MODULE$.<A>get$default$2();
  }

  /** See {@link SpiLoader$#get}. */
  public static <A extends Spi> A get(Manifest<A> type, SpiClassResolver resolver) {
    return SpiLoader$.MODULE$.get(type, resolver);
  }
}
