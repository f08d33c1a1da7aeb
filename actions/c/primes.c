// SPDX-License-Identifier: Apache-2.0

// Counts primes: {"below": 1000} gives {"primes":168, …}. It sieves all numbers below two million before, which takes longer than
// all the rest: with "snapshot": {} in wasmwhisk.json it has done so before an activation begins.

#include "wasmwhisk.h"

#define NUMBERS 2000000

static unsigned char composite[NUMBERS];
static int sieved;

static void sieve(void) {
  composite[0] = composite[1] = 1;
  for (int i = 2; (long long)i * i < NUMBERS; i++) {
    for (int multiple = i * i; !composite[i] && multiple < NUMBERS; multiple += i) composite[multiple] = 1;
  }
  sieved = 1;
}

__attribute__((export_name("wizer.initialize"))) void initialize(void) { sieve(); }

int main(void) {
  const char *when = sieved ? "in the snapshot" : "now";
  if (!sieved) sieve();
  int64_t below = ww_require_int64(ww_read_params(), "below");
  if (below < 0 || below > NUMBERS) ww_fail("Expected below to be from 0 to %d, was %" PRId64, NUMBERS, below);
  int primes = 0;
  for (int64_t i = 0; i < below; i++) primes += !composite[i];
  printf("{\"primes\":%d,\"sieved\":\"%s\"}\n", primes, when);
  return 0;
}
