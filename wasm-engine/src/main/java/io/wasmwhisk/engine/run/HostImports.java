// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import static io.wasmwhisk.engine.runtime.ValueType.I32;
import static io.wasmwhisk.engine.runtime.ValueType.I64;

import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestTrap;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.ValueType;
import io.wasmwhisk.engine.schedule.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rewritten module asks its host ({@link ReservedNames}), answered by an account. */
public final class HostImports implements Imports {
  private final MemoryAccount account;
  private final Claim claim;

  /**
   * @param account the activation's
   * @param claim where it leaves its turn while it waits
   */
  public HostImports(MemoryAccount account, Claim claim) {
    this.account = account;
    this.claim = claim;
  }

  @Override
  public @Nullable HostFunction find(String module, String name) {
    if (!module.equals(ReservedNames.HOST)) {
      return null;
    }
    return switch (name) {
      case ReservedNames.GROW -> function(name, List.of(I64, I64), List.of(I32), this::grow);
      case ReservedNames.GROWN -> function(name, List.of(I64, I64, I32), List.of(), this::grown);
      case ReservedNames.FRAMES -> function(name, List.of(I64), List.of(I64), this::frames);
      default -> null;
    };
  }

  private static HostFunction function(
      String name, List<ValueType> parameters, List<ValueType> results, Work work) {
    return new HostFunction(
        ReservedNames.HOST, name, parameters, results, (memory, arguments) -> work.call(arguments));
  }

  /** A function that needs nothing of the guest's memory. */
  @FunctionalInterface
  private interface Work {
    long call(long[] arguments) throws InterruptedException;
  }

  private long grow(long[] arguments) throws InterruptedException {
    return account.tryGrow(arguments[0], arguments[1], wait -> claim.away(wait::await)) ? 1 : 0;
  }

  private long grown(long[] arguments) {
    account.grown(arguments[0], arguments[1], arguments[2] != 0);
    return 0;
  }

  private long frames(long[] arguments) {
    long allowance = account.growFrames(arguments[0]);
    if (allowance < arguments[0]) {
      throw new GuestTrap(new GuestFailure.StackExhausted());
    }
    return allowance;
  }
}
