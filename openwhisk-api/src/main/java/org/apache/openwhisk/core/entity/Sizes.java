// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Settings;
import java.nio.charset.StandardCharsets;

/** Sizes of texts and settings. */
final class Sizes {
  private Sizes() {}

  static ByteSize of(String text) {
    return new ByteSize(text.getBytes(StandardCharsets.UTF_8).length, SizeUnits.BYTE$.MODULE$);
  }

  static ByteSize none() {
    return new ByteSize(0, SizeUnits.BYTE$.MODULE$);
  }

  static ByteSize read(Settings settings, String name) {
    return new ByteSize(settings.bytes(name), SizeUnits.BYTE$.MODULE$);
  }

  static ByteSize min(ByteSize a, ByteSize b) {
    return a.compare(b) <= 0 ? a : b;
  }

  static ByteSize max(ByteSize a, ByteSize b) {
    return a.compare(b) >= 0 ? a : b;
  }
}
