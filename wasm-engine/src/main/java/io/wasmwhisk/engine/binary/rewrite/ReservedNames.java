// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

/**
 * Exports that a rewritten module has for its host, and what it imports from it. A guest's own
 * exports and imported modules may not begin so.
 *
 * <p>The functions that a rewritten module imports of {@link #HOST}, each only where the module
 * needs it; all are called on the guest's thread, between any two instructions of the guest:
 *
 * <pre>
 * grow(added: i64, held: i64) -> i32
 * grown(added: i64, held: i64, done: i32)
 * frames(bytes: i64) -> i64
 * state(global: i32, value: i64)
 * </pre>
 *
 * <p>{@code grow} comes before a memory or a table grows: {@code held} is what that one memory or
 * table has now and {@code added} what it will have in addition, both in bytes, 0 &lt; added, 0
 * &lt;= held, held + added below 2^63 (more than that is refused without a question, and so is what
 * the module's own declared maximum forbids). The answer is 1 (granted) or 0 (refused: the guest
 * gets -1, and {@code grown} is not called). The engine copies: while it grows, it holds the old
 * {@code held} bytes beside the new {@code held + added}.
 *
 * <p>{@code grown} follows every granted {@code grow} with the same {@code added} and {@code held},
 * before anything else of the guest runs: {@code done} is 1 when the engine grew, and 0 when it did
 * not (for want of memory, or by an absolute limit): then nothing was added. Either way the copy is
 * gone. An engine that throws meanwhile (the guest is interrupted, the heap is full) ends the
 * instance, and {@code grown} does not come.
 *
 * <p>{@code frames} is called when the call frames of functions with many locals and operands need
 * more heap than the allowance that the instance has, which is 0 at first: {@code bytes} is what
 * all those active frames together need now. The answer is the new allowance in bytes, at least
 * {@code bytes}; the host decides how much more it gives at once. It refuses by throwing {@code
 * runtime.GuestTrap}, and the instance ends. An allowance is never given back before the instance
 * ends.
 *
 * <p>{@code state} is there only where a module is rewritten to be looked into, and is called only
 * while the host calls {@link #CAPTURE}: first with -1 and 0, so that the host sees the memory of
 * the instance; then once for each global that the module may change, with its index and its value,
 * which is widened without a sign, or the bits of a floating-point number.
 */
public final class ReservedNames {
  /** What every reserved name begins with. */
  public static final String PREFIX = "wasmwhisk:";

  /** The module of the imported functions. */
  public static final String HOST = PREFIX + "host";

  /** {@code (added: i64, held: i64) -> i32}: whether a memory or table may grow. */
  public static final String GROW = "grow";

  /** {@code (added: i64, held: i64, done: i32)}: what became of a growth that was granted. */
  public static final String GROWN = "grown";

  /** {@code (bytes: i64) -> i64}: asks for a larger allowance for call frames. */
  public static final String FRAMES = "frames";

  /** {@code (global: i32, value: i64)}: tells a global's value. */
  public static final String STATE = "state";

  /** Exported where a module is rewritten to be looked into: tells all that its globals hold. */
  public static final String CAPTURE = PREFIX + "capture";

  /** Memory 0, exported where the module has one. */
  public static final String MEMORY = PREFIX + "memory";

  /** The start function, exported where the module has one; the host calls it first. */
  public static final String START = PREFIX + "start";

  private ReservedNames() {}
}
