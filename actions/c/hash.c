// SPDX-License-Identifier: Apache-2.0

// Hashes: {"iterations": 2, "input": "text"} gives {"hash": hexadecimal BLAKE3 of the 32 bytes of BLAKE3 of the text}.
// Work for the CPU, as WoW's example of that name; no iterations at all give the input's own bytes, as there.

#include "blake3.h"
#include "wasmwhisk.h"

int main(void) {
  ww_json params = ww_read_params();
  int64_t iterations = ww_require_int64(params, "iterations");
  if (iterations < 0) ww_fail("Expected iterations to be at least 0, was %" PRId64, iterations);
  ww_string input = ww_require_string(params, "input");

  const uint8_t *bytes = (const uint8_t *)input.bytes;
  size_t length = input.length;
  uint8_t hash[BLAKE3_LENGTH];
  for (int64_t i = 0; i < iterations; i++) {
    blake3(bytes, length, hash);
    bytes = hash;
    length = sizeof hash;
  }

  fputs("{\"hash\":\"", stdout);
  for (size_t i = 0; i < length; i++) printf("%02x", bytes[i]);
  puts("\"}");
  return 0;
}
