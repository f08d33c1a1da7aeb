// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * What a snapshot is taken with, beside the module: all that its initialisation can see. Neither
 * parameters nor environment are among it.
 *
 * @param owner whose snapshot it is: nobody else is ever given it
 * @param request which functions make it
 * @param files what the initialisation finds below /, as every activation will
 * @param directories what activations find open after /tmp, by their guest paths; the
 *     initialisation must leave them alone
 * @param limits what the initialisation may use
 */
public record SnapshotSource(
    String owner,
    SnapshotRequest request,
    ArchivedFiles files,
    List<String> directories,
    Limits limits) {
  /** Copies the list. */
  public SnapshotSource {
    directories = List.copyOf(directories);
  }

  /** The identity of the snapshot of a module; its limits have no part in it. */
  ContentHash key(ContentHash module) {
    MessageDigest digest = ContentHash.digest();
    add(digest, "snapshot");
    add(digest, owner);
    add(digest, module.sha256());
    add(digest, request.initialize());
    add(digest, request.renew().map(name -> "=" + name).orElse(""));
    add(digest, request.start().map(name -> "=" + name).orElse(""));
    add(digest, String.valueOf(directories.size()));
    directories.forEach(directory -> add(digest, directory));
    files.addTo(digest);
    return ContentHash.of(digest);
  }

  /** With its length, so that no two lists of texts give the same bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(String.valueOf(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) ':');
    digest.update(bytes);
  }
}
