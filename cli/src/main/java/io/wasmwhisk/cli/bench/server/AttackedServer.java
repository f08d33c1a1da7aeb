// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import io.wasmwhisk.cli.rest.ServerAccess;
import java.io.IOException;
import java.util.Optional;

/** A running OpenWhisk to attack. */
public interface AttackedServer extends AutoCloseable {
  /** The key of the attacker's namespace. */
  ServerAccess attacker();

  /** The key of the neighbours' namespace; the same as the attacker's when there is only one. */
  ServerAccess neighbours();

  /**
   * What the process is like after a collection of garbage; empty when it cannot be seen.
   *
   * @throws IOException when it could be seen and is no longer
   */
  Optional<Vitals> vitals() throws IOException;

  /** The engine that runs guests there; empty when it cannot be seen. */
  Optional<String> engine();

  /** What became of the process that must not happen, and is not undone by waiting. */
  Optional<String> injury();

  @Override
  void close();
}
