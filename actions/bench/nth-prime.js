// SPDX-License-Identifier: Apache-2.0

// nth-prime.c in JavaScript, for kinds that run it: {"nth": n} gives {"prime": the n-th prime}.

const LIMIT = 32768;
const SEGMENT = 1 << 16;

function smallPrimes() {
  const struck = new Uint8Array(LIMIT);
  const primes = [];
  for (let number = 3; number < LIMIT; number += 2) {
    if (struck[number]) continue;
    primes.push(number);
    for (let multiple = number * number; multiple < LIMIT; multiple += number) struck[multiple] = 1;
  }
  return Uint32Array.from(primes);
}

function nthPrime(nth) {
  if (nth === 1) return 2;
  const primes = smallPrimes();
  const next = primes.map((prime) => Math.floor((prime * prime) / 2));
  const composite = new Uint8Array(SEGMENT);
  let found = 1;
  for (let first = 0; ; first += SEGMENT) {
    composite.fill(0);
    if (first === 0) composite[0] = 1;
    const end = first + SEGMENT;
    for (let i = 0; i < primes.length && (primes[i] * primes[i]) / 2 < end; i++) {
      const prime = primes[i];
      let place = next[i];
      for (; place < end; place += prime) composite[place - first] = 1;
      next[i] = place;
    }
    for (let i = 0; i < SEGMENT; i++) {
      if (!composite[i] && ++found === nth) return 2 * (first + i) + 1;
    }
  }
}

function main(params) {
  return { prime: nthPrime(params.nth) };
}
