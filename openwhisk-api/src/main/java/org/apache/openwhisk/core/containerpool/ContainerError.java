// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

/** An error with a container. */
public abstract class ContainerError extends Exception {
  /** An error with this message. */
  public ContainerError(String msg) {
    super(msg);
  }
}
