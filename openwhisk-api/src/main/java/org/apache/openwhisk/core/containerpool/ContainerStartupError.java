// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

/** An error while a container starts. */
public abstract class ContainerStartupError extends ContainerError {
  private static final long serialVersionUID = 1L;

  /** An error with this message. */
  public ContainerStartupError(String msg) {
    super(msg);
  }
}
