// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.http.client.HttpAccess;
import java.util.List;
import java.util.Optional;

/**
 * What a guest may reach outside of itself. The engine gives what is here and asks nobody: whoever
 * makes it has decided.
 *
 * @param directories directories of the host, open when the guest starts, in this order
 * @param http outbound HTTP; empty for none
 */
public record Capabilities(List<DirectoryGrant> directories, Optional<HttpAccess> http) {
  /** Nothing. */
  public static final Capabilities NONE = new Capabilities(List.of(), Optional.empty());

  /** Copies the list. */
  public Capabilities {
    directories = List.copyOf(directories);
  }
}
