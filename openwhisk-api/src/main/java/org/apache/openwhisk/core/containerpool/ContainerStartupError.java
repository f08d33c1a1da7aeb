// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

/** An error while a container starts. */
public abstract class ContainerStartupError extends ContainerError {
  /** An error with this message. */
  public ContainerStartupError(String msg) {
    super(msg);
  }
}
