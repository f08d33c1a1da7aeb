// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Times;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time stamps. */
final class HostTimes {
  private HostTimes() {}

  static void set(BasicFileAttributeView file, Times times) throws IOException {
    file.setTimes(time(times.modified()), time(times.accessed()), null);
  }

  private static @Nullable FileTime time(OptionalLong nanos) {
    return nanos.isPresent() ? FileTime.from(nanos.getAsLong(), TimeUnit.NANOSECONDS) : null;
  }
}
