// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

import java.util.BitSet;

/** The answers of {@code nth-prime}, computed once more in another language. */
final class Primes {
  /** Below this, the estimate of the bound does not hold. */
  private static final int FEW = 6;

  private Primes() {}

  /** The prime with a number; that with number 1 is 2. */
  static int nth(int number) {
    if (number == 1) {
      return 2;
    }
    int bound = bound(number);
    BitSet composite = new BitSet(bound / 2); // i stands for 2i + 1
    int found = 1;
    for (int i = 1; ; i++) {
      if (!composite.get(i)) {
        int prime = 2 * i + 1;
        found++;
        if (found == number) {
          return prime;
        }
        for (long j = (long) prime * prime / 2; j < bound / 2; j += prime) {
          composite.set((int) j);
        }
      }
    }
  }

  /** Above the prime with that number (Rosser: below n (ln n + ln ln n) from the 6th on). */
  private static int bound(int number) {
    double n = Math.max(number, FEW);
    return (int) (n * (Math.log(n) + Math.log(Math.log(n)))) + 2;
  }
}
