// SPDX-License-Identifier: Apache-2.0

// Primes: {"n": bound} gives {"primes": how many there are below it, "last": the largest}, by division. Integer remainders.

#include "wasmwhisk.h"

static int is_prime(uint32_t number) {
  if (number % 2 == 0) return number == 2;
  for (uint32_t divisor = 3; divisor * divisor <= number; divisor += 2) {
    if (number % divisor == 0) return 0;
  }
  return number > 1;
}

int main(void) {
  int64_t bound = ww_require_int64(ww_read_params(), "n");
  uint32_t primes = 0, last = 0;
  for (uint32_t number = 2; number < bound; number++) {
    if (is_prime(number)) {
      primes++;
      last = number;
    }
  }
  printf("{\"primes\":%" PRIu32 ",\"last\":%" PRIu32 "}\n", primes, last);
  return 0;
}
