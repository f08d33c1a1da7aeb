// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import java.util.List;

/** Guests that want more files than they may have, or others'. Each says what it got. */
final class FileAttacks {
  private static final Guest FILES = Guest.built("attacks/files");

  static final List<Attack> LIST =
      List.of(
          files("bytes", "fills /tmp with bytes, asks for files of 1 TiB"),
          files("names", "fills /tmp with files, directories and links"),
          files("descriptors", "opens 5,000 descriptors"),
          files("renumber", "renumbers a descriptor to the highest number there is"),
          files("symlink-loop", "opens symbolic links that lead in circles"),
          files("paths", "reads, writes, moves and removes what is outside by 23 paths"),
          files("links", "makes symbolic and hard links to what is outside, and follows them"),
          files("escape-descriptors", "uses descriptors that nobody gave it"));

  private FileAttacks() {}

  private static Attack files(String name, String what) {
    return Attack.of("files-" + name, what, FILES, "{\"attack\":\"%s\"}".formatted(name))
        .within(10_000, 128)
        .ends(Ending.ANSWERED);
  }
}
