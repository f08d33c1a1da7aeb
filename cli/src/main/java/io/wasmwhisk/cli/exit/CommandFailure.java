// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.exit;

/** A subcommand's end that is no success: one line for the user, and the exit code. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /**
   * @param exitCode the process's exit code
   * @param message what happened and what to change
   */
  public CommandFailure(ExitCode exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** The process's exit code. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
