// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

/** Something with a size. */
public interface ByteSizeable {
  /** The size of all that it holds. */
  ByteSize size();
}
