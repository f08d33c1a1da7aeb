// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.spi;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import scala.reflect.Manifest;

/** Reads the implementation's name from {@code whisk.spi.<simple name of the type>}. */
public final class TypesafeConfigClassResolver$ implements SpiClassResolver {
  public static final TypesafeConfigClassResolver$ MODULE$ = new TypesafeConfigClassResolver$();

  private final Config config = ConfigFactory.load();

  private TypesafeConfigClassResolver$() {}

  @Override
  public <T> String getClassNameForType(Manifest<T> type) {
    return config.getString("whisk.spi." + type.runtimeClass().getSimpleName());
  }
}
