// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.spi;

import scala.reflect.Manifest;

/** Says which class implements an SPI. */
public interface SpiClassResolver {
  /** The name of the Scala object, without its trailing {@code $}, that implements the type. */
  <T> String getClassNameForType(Manifest<T> type);
}
