// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import io.wasmwhisk.invoker.capability.manifest.DirectoryAsk;
import java.nio.file.Path;

/**
 * A directory that the operator offers.
 *
 * @param path where it is on the host, absolute
 * @param writable whether it may be changed
 * @param guest the guest path at or below which it may appear; {@code /} for anywhere
 */
record OfferedDirectory(Path path, boolean writable, String guest) {
  /** Refuses relative paths. */
  OfferedDirectory {
    if (!path.isAbsolute() || !path.equals(path.normalize())) {
      throw new IllegalArgumentException(
          "path is \"%s\", expected an absolute path without . and ..".formatted(path));
    }
    if (!DirectoryAsk.isPath(guest)) {
      throw new IllegalArgumentException(
          "guest is \"%s\", expected an absolute path without . and ..".formatted(guest));
    }
  }

  boolean mayAppearAt(String guestPath) {
    return guest.equals("/") || guestPath.equals(guest) || guestPath.startsWith(guest + "/");
  }
}
