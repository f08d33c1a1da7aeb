// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.io.IOException;
import java.util.OptionalLong;

/** Somebody who runs one {@link Work}, as often as is asked for. */
public interface Contender extends AutoCloseable {
  /** As people read it. */
  String name();

  /** Its version, and how it is used. */
  String description();

  /** Whether it is no engine of ours, but one to compare them with. */
  boolean isPeer();

  /**
   * Measures. The output of every call is compared with what it must be.
   *
   * @throws IOException when one was another, or the contender failed; the message says how. It
   *     cannot be asked again.
   */
  Answer ask(Request request) throws IOException, InterruptedException;

  /** The most memory that its process has had, in bytes; empty where that cannot be read. */
  OptionalLong peakMemory();

  @Override
  void close();
}
