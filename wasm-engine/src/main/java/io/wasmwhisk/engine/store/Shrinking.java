// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes values out of a directory until the rest fits. */
final class Shrinking {
  static final String ENDING = ".kept";

  private Shrinking() {}

  private record Entry(Path file, long bytes, FileTime used) {}

  /**
   * @param newest stays, whatever its time is
   */
  static void to(Path directory, long mostBytes, Path newest) throws IOException {
    List<Entry> entries = entries(directory);
    long bytes = entries.stream().mapToLong(Entry::bytes).sum();
    for (Entry entry : entries) {
      if (bytes <= mostBytes) {
        return;
      }
      if (!entry.file().equals(newest)) {
        Files.deleteIfExists(entry.file());
        bytes -= entry.bytes();
      }
    }
  }

  /** The one unused longest comes first. */
  private static List<Entry> entries(Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (var files = Files.newDirectoryStream(directory, "*" + ENDING)) {
      for (Path file : files) {
        try {
          BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
          entries.add(new Entry(file, found.size(), found.lastModifiedTime()));
        } catch (NoSuchFileException e) {
          // Another process took it out.
          continue;
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used));
    return entries;
  }
}
