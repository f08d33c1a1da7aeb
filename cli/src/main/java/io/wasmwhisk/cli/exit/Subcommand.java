// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.exit;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What all subcommands have: the streams to print to, and exit codes to document. {@link #call()}
 * gives the exit code; an end that has only a message to show is a {@link CommandFailure}.
 */
public abstract class Subcommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything else happens
  private CommandSpec spec;

  /**
   * The codes that this subcommand ends with, besides those for wrong usage and internal errors.
   */
  public abstract List<ExitCode> exitCodes();

  /** Where results are printed. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where everything else is printed. */
  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Prints a message for the user, in the form that all of them have. */
  protected final void explain(String message) {
    err().println("wasmwhisk: " + message);
  }
}
