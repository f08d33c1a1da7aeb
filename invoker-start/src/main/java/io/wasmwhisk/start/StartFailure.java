// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import org.jspecify.annotations.Nullable;

/**
 * The plugin cannot start. Its message is all that an operator sees, since OpenWhisk's invoker logs
 * nothing else of it ({@code Invoker.main}): what was found, and what to set.
 */
public final class StartFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private static final String PREFIX = "WasmWhisk could not start: ";

  private static final String COPY_AGAIN =
      "Copy all jars of the plugin's ext-lib, of one version and no other, behind the invoker's own.";

  /**
   * @param problem what was found and what to set
   */
  public StartFailure(String problem) {
    this(problem, null);
  }

  /**
   * @param problem what was found and what to set
   */
  public StartFailure(String problem, @Nullable Throwable cause) {
    super(PREFIX + problem, cause);
  }

  /**
   * Any failure as an exception with words. Invokers do not catch an Error in their start: it would
   * leave them alive and never pinging.
   */
  public static StartFailure of(Throwable failure) {
    return failure instanceof StartFailure
        ? (StartFailure) failure
        : new StartFailure(words(reason(failure)), failure);
  }

  private static String words(Throwable failure) {
    if (failure instanceof UnsupportedClassVersionError) {
      return String.format(
          "a class is for a newer Java than this one, %s: %s. Start the invoker with a newer JRE.",
          Runtime.version(), failure.getMessage());
    }
    if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
      return "a class is missing on the invoker's class path: " + failure + ". " + COPY_AGAIN;
    }
    if (failure instanceof LinkageError) {
      return "jars on the invoker's class path do not fit together: " + failure + ". " + COPY_AGAIN;
    }
    return failure.toString();
  }

  /**
   * What went wrong: what a Scala object throws in its constructor is inside of an error without a
   * message.
   */
  public static Throwable reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof ExceptionInInitializerError && cause != null ? cause : failure;
  }
}
