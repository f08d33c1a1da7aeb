// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * A guest call that did not return, in neutral words. Carries no stack: it is data, not a fault.
 */
public abstract sealed class GuestFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  private GuestFailure(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** What happened, in the specification's words where it has some. */
  public String reason() {
    return reason;
  }

  /** The guest trapped (core specification, 4.3 "trap"). */
  public static final class Trap extends GuestFailure {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason the specification's words where there are some, {@code unreachable} for
     *     instance
     */
    public Trap(String reason) {
      super(reason);
    }
  }

  /** The guest ended itself with an exit code. */
  public static final class Exit extends GuestFailure {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * @param code the exit code
     */
    public Exit(int code) {
      super("exit code " + Integer.toUnsignedString(code));
      this.code = code;
    }

    /** The exit code. */
    public int code() {
      return code;
    }
  }

  /** The guest's call stack was exhausted. */
  public static final class StackExhausted extends GuestFailure {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public StackExhausted() {
      super("call stack exhausted");
    }
  }

  /** The host interrupted the guest. */
  public static final class Interrupted extends GuestFailure {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public Interrupted() {
      super("interrupted");
    }
  }

  /** The engine could not get memory for the guest from the JVM. */
  public static final class OutOfMemory extends GuestFailure {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public OutOfMemory() {
      super("the host has no memory left for the guest");
    }
  }

  /** The module cannot be linked or instantiated here. */
  public static final class Link extends GuestFailure {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing or does not fit
     */
    public Link(String reason) {
      super(reason);
    }
  }
}
