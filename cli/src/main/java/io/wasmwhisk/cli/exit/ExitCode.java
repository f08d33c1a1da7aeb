// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.exit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the command ends. The same table is in docs/cli.md. */
public enum ExitCode {
  /** All went well. */
  OK(0, "success"),
  /** The action's result is {@code {"error": …}}. */
  APPLICATION_ERROR(1, "the action answered {\"error\": …}"),
  /** A test suite had failures. */
  TESTS_FAILED(1, "a test failed"),
  /** The command line is wrong; picocli's own code. */
  USAGE(2, "wrong usage"),
  /** The guest trapped. */
  TRAPPED(10, "the guest trapped"),
  /** The guest was ended at its deadline. */
  TIMED_OUT(11, "the guest exceeded its time limit"),
  /** The guest failed for lack of memory. */
  MEMORY_EXHAUSTED(12, "the guest exhausted its memory limit"),
  /** The last line of stdout is no JSON object or array. */
  BAD_RESULT(13, "the guest gave no result: its last line is no JSON object or array"),
  /** The guest ended with an exit code other than zero. */
  GUEST_EXIT(14, "the guest ended with an exit code other than 0"),
  /** The result is longer than allowed. */
  RESULT_TOO_LARGE(15, "the result exceeds its limit"),
  /** The module cannot be started. */
  NOT_RUNNABLE(16, "the module lacks an export, or wants an import that there is not"),
  /** The file is no module that can run. */
  INVALID_MODULE(17, "the file is no valid WebAssembly module"),
  /** A file cannot be read. */
  UNREADABLE_FILE(18, "a file cannot be read"),
  /** No server answers. */
  UNREACHABLE(20, "the server does not answer"),
  /** The server refuses the key. */
  UNAUTHORIZED(21, "the server refuses the key"),
  /** The server does not know the action. */
  NOT_FOUND(22, "the server does not know the action"),
  /** The action exists already. */
  CONFLICT(23, "the action exists already"),
  /** The server refuses for another reason. */
  REFUSED(24, "the server refuses the request for another reason"),
  /** The action failed on the server. */
  ACTION_FAILED(25, "the action failed on the server"),
  /** The server stopped waiting. */
  STILL_RUNNING(26, "the action still runs; its activation id is printed"),
  /** As {@link #TIMED_OUT}; timeout(1) has the same. */
  WASI_TIMED_OUT(124, "the guest exceeded its time limit"),
  /** As {@link #NOT_RUNNABLE} or {@link #INVALID_MODULE}; a shell has the same. */
  WASI_NOT_RUNNABLE(126, "the file is no WebAssembly command that can run"),
  /** As {@link #UNREADABLE_FILE}; a shell has the same. */
  WASI_UNREADABLE_FILE(127, "the file cannot be read"),
  /** As {@link #TRAPPED}: 128 + SIGABRT, as other WASI runtimes do. */
  WASI_TRAPPED(134, "the guest trapped"),
  /** As {@link #MEMORY_EXHAUSTED}: 128 + SIGKILL, as after the kernel's. */
  WASI_MEMORY_EXHAUSTED(137, "the guest exhausted its memory limit"),
  /** The server did not start. */
  NOT_STARTED(30, "the server cannot start: wrong settings, or the port is taken"),
  /** A row of the bench did not hold. */
  ATTACK_SUCCEEDED(31, "an attack did harm, or a row could not be measured"),
  /** A figure of the bench is above its bound. */
  BOUND_EXCEEDED(32, "a measured figure exceeds its bound"),
  /** An engine of ours gave another output than it must, in a bench. */
  WRONG_OUTPUT(33, "a guest could not run to its end, or its output was wrong"),
  /** The command itself failed. */
  INTERNAL(70, "an internal error; --debug shows more");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }

  /** These codes and those of every subcommand, with their meanings, as a help text lists them. */
  public static Map<String, String> list(List<ExitCode> codes) {
    EnumSet<ExitCode> all = EnumSet.of(USAGE, INTERNAL);
    all.addAll(codes);
    Map<String, String> list = new LinkedHashMap<>();
    all.forEach(exit -> list.put(String.format("%3d", exit.code), exit.meaning));
    return list;
  }
}
