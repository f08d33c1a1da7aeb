// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

/** How an activation of an attack ended, as its record or the server's answer says it. */
public enum Ending {
  /** The action answered. */
  ANSWERED("answered"),
  /** Ended at its deadline, while it ran. */
  TIMED_OUT("timed out"),
  /** Ended at its deadline, while it was initialised. */
  INIT_TIMED_OUT("init timed out"),
  /** "The action exhausted its memory and was aborted." */
  OUT_OF_MEMORY("out of memory"),
  /** A trap, or an exit code. */
  CRASHED("crashed"),
  /** The result was cut. */
  RESULT_TOO_LARGE("result too large"),
  /** There was no result, or no valid one. */
  NO_RESULT("no result"),
  /** The code was refused at initialisation, with a reason. */
  REFUSED("refused"),
  /** The server took no such action. */
  NOT_DEPLOYED("not deployed"),
  /** The server took no more invocations: the namespace's own quota. */
  THROTTLED("throttled"),
  /**
   * Never run, because more was asked for at once than can be run in time: the plugin says that the
   * guest was not started or the action not initialised, or OpenWhisk fails the activation with its
   * general text and as the platform's error. Only attacks that ask for so much may end like this.
   */
  NOT_RUN("not run"),
  /** The platform failed. No attack may end like this. */
  HOST_ERROR("HOST ERROR"),
  /** No answer, or no record. No attack may end like this. */
  LOST("LOST");

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
