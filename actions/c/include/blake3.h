// SPDX-License-Identifier: Apache-2.0

// BLAKE3 of a text in memory: the plain hash, 32 bytes long. Written from the specification, "BLAKE3: one function, fast
// everywhere" (O'Connor, Aumasson, Neves, Wilcox-O'Hearn); section numbers below are its. No SIMD, no keys, no streaming.

#ifndef WASMWHISK_BLAKE3_H
#define WASMWHISK_BLAKE3_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { BLAKE3_LENGTH = 32, BLAKE3_BLOCK = 64, BLAKE3_CHUNK = 1024 };

// Section 2.2, table 3.
enum { BLAKE3_CHUNK_START = 1, BLAKE3_CHUNK_END = 2, BLAKE3_PARENT = 4, BLAKE3_ROOT = 8 };

// Section 2.2, table 1: the same as SHA-256's.
static const uint32_t blake3_iv[8] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                      0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};

// The message word that each of a round's sixteen places takes: table 2's permutation, applied once more in every round.
static const uint8_t blake3_schedule[7][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8},
    {3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1}, {10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6},
    {12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4}, {9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7},
    {11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13}};

static inline uint32_t blake3_rotate(uint32_t word, int by) { return word >> by | word << (32 - by); }

static inline void blake3_mix(uint32_t v[16], int a, int b, int c, int d, uint32_t x, uint32_t y) {
  v[a] += v[b] + x;
  v[d] = blake3_rotate(v[d] ^ v[a], 16);
  v[c] += v[d];
  v[b] = blake3_rotate(v[b] ^ v[c], 12);
  v[a] += v[b] + y;
  v[d] = blake3_rotate(v[d] ^ v[a], 8);
  v[c] += v[d];
  v[b] = blake3_rotate(v[b] ^ v[c], 7);
}

// Section 2.2: replaces the chaining value by the first half of the compression function's output.
static inline void blake3_compress(
    uint32_t chain[8], const uint32_t m[16], uint64_t counter, uint32_t length, uint32_t flags) {
  uint32_t v[16];
  memcpy(v, chain, 32);
  memcpy(v + 8, blake3_iv, 16);
  v[12] = (uint32_t)counter;
  v[13] = (uint32_t)(counter >> 32);
  v[14] = length;
  v[15] = flags;
#pragma clang loop unroll(full)
  for (int round = 0; round < 7; round++) {
    const uint8_t *s = blake3_schedule[round];
    blake3_mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
    blake3_mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
    blake3_mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
    blake3_mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
    blake3_mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
    blake3_mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
    blake3_mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
    blake3_mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
  }
  for (int i = 0; i < 8; i++) chain[i] = v[i] ^ v[i + 8];
}

// Section 2.4: the chaining value of one chunk, at most 1024 bytes, the index-th of the input. Words are little-endian,
// as WebAssembly's memory is.
static inline void blake3_chunk(const uint8_t *input, size_t length, uint64_t index, uint32_t root, uint32_t chain[8]) {
  memcpy(chain, blake3_iv, 32);
  uint32_t start = BLAKE3_CHUNK_START;
  for (; length > BLAKE3_BLOCK; input += BLAKE3_BLOCK, length -= BLAKE3_BLOCK, start = 0) {
    uint32_t block[16];
    memcpy(block, input, BLAKE3_BLOCK);
    blake3_compress(chain, block, index, BLAKE3_BLOCK, start);
  }
  uint32_t last[16] = {0};
  memcpy(last, input, length);
  blake3_compress(chain, last, index, (uint32_t)length, start | BLAKE3_CHUNK_END | root);
}

// Section 2.5: a left subtree is the largest power of two of whole chunks that leaves something for the right one. The
// depth is the logarithm of the number of chunks: 22 for all that a 32-bit memory holds.
static inline void blake3_tree(const uint8_t *input, size_t length, uint64_t index, uint32_t root, uint32_t chain[8]) {
  if (length <= BLAKE3_CHUNK) {
    blake3_chunk(input, length, index, root, chain);
    return;
  }
  size_t left = BLAKE3_CHUNK;
  while (left < length - left) left *= 2;
  uint32_t children[16];
  blake3_tree(input, left, index, 0, children);
  blake3_tree(input + left, length - left, index + left / BLAKE3_CHUNK, 0, children + 8);
  memcpy(chain, blake3_iv, 32);
  blake3_compress(chain, children, 0, BLAKE3_BLOCK, BLAKE3_PARENT | root);
}

static inline void blake3(const uint8_t *input, size_t length, uint8_t hash[BLAKE3_LENGTH]) {
  uint32_t chain[8];
  blake3_tree(input, length, 0, BLAKE3_ROOT, chain);
  memcpy(hash, chain, BLAKE3_LENGTH);
}

#endif
