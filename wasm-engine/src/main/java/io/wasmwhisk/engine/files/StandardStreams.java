// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

/**
 * A guest's descriptors 0, 1 and 2. A guest's libc writes line by line to a terminal and in larger
 * pieces elsewhere.
 *
 * @param input standard input
 * @param output standard output
 * @param error standard error
 * @param inputIsTerminal whether a person types the input
 * @param outputIsTerminal whether a person watches the output
 * @param errorIsTerminal whether a person watches the errors
 */
public record StandardStreams(
    ByteSource input,
    ByteSink output,
    ByteSink error,
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    boolean errorIsTerminal) {

  /** Streams of which none is a terminal. */
  public StandardStreams(ByteSource input, ByteSink output, ByteSink error) {
    this(input, output, error, false, false, false);
  }
}
