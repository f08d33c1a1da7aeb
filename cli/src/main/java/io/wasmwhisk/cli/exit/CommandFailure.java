// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.exit;

import java.util.function.Supplier;

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

  /**
   * What the command line asks for; wrong usage when that refuses its arguments.
   *
   * @param asked throws IllegalArgumentException with a message for the user
   */
  public static <T> T usageUnless(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** The process's exit code. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
