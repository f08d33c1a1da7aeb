// SPDX-License-Identifier: Apache-2.0

// Primes: {"nth": n} gives {"prime": the n-th of them}, 2 being the first, as WoW's example prime does for n = 20,000,001: a
// sieve of Eratosthenes over odd numbers, segment by segment.

#include "wasmwhisk.h"

enum {
  MAXIMUM = 50000000,
  LIMIT = 32768,    // whose square is above the 50,000,000th prime
  SEGMENT = 1 << 16 // odd numbers, one byte for each
};

static uint32_t primes[LIMIT / 2], next[LIMIT / 2];
static uint8_t composite[SEGMENT];

// The odd primes below LIMIT, each with where it strikes first: at its square, as a number of odd numbers.
static uint32_t small_primes(void) {
  static uint8_t struck[LIMIT];
  uint32_t count = 0;
  for (uint32_t number = 3; number < LIMIT; number += 2) {
    if (struck[number]) continue;
    primes[count] = number;
    next[count++] = number * number / 2;
    for (uint32_t multiple = number * number; multiple < LIMIT; multiple += number) struck[multiple] = 1;
  }
  return count;
}

static uint32_t nth_prime(uint32_t nth) {
  if (nth == 1) return 2;
  uint32_t count = small_primes(), found = 1;
  for (uint32_t first = 0;; first += SEGMENT) { // place i of a segment is the number 2 (first + i) + 1
    memset(composite, first == 0, 1);           // 1 is none
    memset(composite + 1, 0, SEGMENT - 1);
    for (uint32_t i = 0; i < count && primes[i] * primes[i] / 2 < first + SEGMENT; i++) {
      uint32_t place = next[i];
      for (; place < first + SEGMENT; place += primes[i]) composite[place - first] = 1;
      next[i] = place;
    }
    for (uint32_t i = 0; i < SEGMENT; i++) {
      if (!composite[i] && ++found == nth) return 2 * (first + i) + 1;
    }
  }
}

int main(void) {
  int64_t nth = ww_require_int64(ww_read_params(), "nth");
  if (nth < 1 || nth > MAXIMUM) ww_fail("Expected nth to be from 1 to %d, was %" PRId64, MAXIMUM, nth);
  printf("{\"prime\":%" PRIu32 "}\n", nth_prime((uint32_t)nth));
  return 0;
}
