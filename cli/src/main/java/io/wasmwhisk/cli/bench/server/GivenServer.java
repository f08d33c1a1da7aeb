// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import io.wasmwhisk.cli.rest.ServerAccess;
import java.util.Optional;

/**
 * A server that somebody else runs; all that is seen of it is what it answers.
 *
 * @param attacker the one key that there is
 */
public record GivenServer(ServerAccess attacker) implements AttackedServer {
  @Override
  public ServerAccess neighbours() {
    return attacker;
  }

  @Override
  public Optional<Vitals> vitals() {
    return Optional.empty();
  }

  @Override
  public Optional<String> engine() {
    return Optional.empty();
  }

  @Override
  public Optional<String> injury() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
