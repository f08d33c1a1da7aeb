// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.spi;

import io.wasmwhisk.openwhisk.ScalaValues;
import scala.reflect.Manifest;

/** Loads the Scala object that implements an SPI (OpenWhisk's {@code spi/SpiLoader.scala}). */
public final class SpiLoader$ {
  public static final SpiLoader$ MODULE$ = new SpiLoader$();

  private SpiLoader$() {}

  /**
   * The singleton of the class that the resolver names, with a {@code $} appended.
   *
   * <p>As in OpenWhisk nothing is wrapped: a missing class is a {@link ClassNotFoundException} with
   * the class's name, a class without the field a {@link NoSuchFieldException}, and a failing
   * constructor an {@link ExceptionInInitializerError}.
   */
  @SuppressWarnings("unchecked") // the caller's manifest names the type
  public <A extends Spi> A get(Manifest<A> type, SpiClassResolver resolver) {
    try {
      Class<?> module = Class.forName(resolver.getClassNameForType(type) + "$");
      return (A) module.getField("MODULE$").get(module);
    } catch (ReflectiveOperationException e) {
      throw ScalaValues.<RuntimeException>sneak(e);
    }
  }

  /** The default resolver, which reads {@code whisk.spi}. */
  @SuppressWarnings("UnusedTypeParameter") // scalac gives it that of get
  public <A extends Spi> SpiClassResolver get$default$2() {
    return TypesafeConfigClassResolver$.MODULE$;
  }
}
