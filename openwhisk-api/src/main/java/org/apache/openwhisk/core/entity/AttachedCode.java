// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.core.entity.Attachments.Attached;

/** Code that can be stored as an attachment. */
public interface AttachedCode {
  /** The same with the code itself, from UTF-8. */
  Exec inline(byte[] bytes);

  /** The same with the code stored elsewhere. */
  Exec attach(Attached attached);
}
