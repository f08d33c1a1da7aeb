// SPDX-License-Identifier: Apache-2.0

// c/sleep.c in JavaScript, for kinds that run it: {"ms": 300} gives {"sleptMs": milliseconds}. A timer may come a moment too
// early; the sleep may not.

async function main(params) {
  const start = performance.now();
  const end = start + params.ms;
  for (let left = params.ms; left > 0; left = end - performance.now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(left)));
  }
  return { sleptMs: Math.floor(performance.now() - start) };
}
