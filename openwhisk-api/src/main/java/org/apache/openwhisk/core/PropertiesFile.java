// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.jspecify.annotations.Nullable;
import scala.collection.mutable.Map;

/** A file of properties, one {@code name=value} a line. */
final class PropertiesFile {
  private static final String FROM = "WhiskConfig";

  private PropertiesFile() {}

  /** {@code whisk.properties} in the working directory, or in the nearest directory above it. */
  static @Nullable File nearest() {
    for (File dir = new File(System.getProperty("user.dir", "")).getAbsoluteFile();
        dir != null;
        dir = dir.getParentFile()) {
      File file = new File(dir, "whisk.properties");
      if (file.exists()) {
        return file;
      }
    }
    return null;
  }

  static void read(Map<String, String> properties, @Nullable File file, Logging logging) {
    if (file == null || !file.exists()) {
      return;
    }
    logging.info(FROM, () -> "reading properties from file " + file, TransactionId.unknown());
    try {
      for (String line : Files.readAllLines(file.toPath(), StandardCharsets.UTF_8)) {
        if (!line.isBlank()) {
          set(properties, line, logging);
        }
      }
    } catch (IOException e) {
      throw ScalaValues.<RuntimeException>sneak(e);
    }
  }

  private static void set(Map<String, String> properties, String line, Logging logging) {
    String[] parts = line.split("=", 0);
    if (parts.length == 0) {
      logging.warn(FROM, () -> "ignoring properties " + line, TransactionId.unknown());
      return;
    }
    String name = parts[0].trim();
    if (properties.contains(name)) {
      properties.put(name, parts.length == 2 ? parts[1].trim() : "");
      logging.debug(FROM, () -> "properties file set value for " + name, TransactionId.unknown());
    }
  }
}
