// SPDX-License-Identifier: Apache-2.0

// c/hash.c in JavaScript, for kinds that run it: BLAKE3 of BLAKE3 of … of a text of at most 64 bytes. From the specification
// (O'Connor, Aumasson, Neves, Wilcox-O'Hearn), section 2.2.

const IV = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const PERMUTATION = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
const ROUNDS = 7;
const BLOCK = 64;
const SINGLE_BLOCK = 1 | 2 | 8; // the start and the end of a chunk, and the root

const SCHEDULE = [[...Array(16).keys()]];
while (SCHEDULE.length < ROUNDS) {
  const last = SCHEDULE[SCHEDULE.length - 1];
  SCHEDULE.push(PERMUTATION.map((place) => last[place]));
}

const v = new Uint32Array(16);

function rotate(word, by) {
  return (word >>> by) | (word << (32 - by));
}

function mix(a, b, c, d, x, y) {
  v[a] += v[b] + x;
  v[d] = rotate(v[d] ^ v[a], 16);
  v[c] += v[d];
  v[b] = rotate(v[b] ^ v[c], 12);
  v[a] += v[b] + y;
  v[d] = rotate(v[d] ^ v[a], 8);
  v[c] += v[d];
  v[b] = rotate(v[b] ^ v[c], 7);
}

// Of a message of one block; its hash replaces its first eight words, zeros the others.
function blake3(words, length) {
  for (let i = 0; i < 8; i++) v[i] = IV[i];
  for (let i = 0; i < 4; i++) v[8 + i] = IV[i];
  v[12] = 0;
  v[13] = 0;
  v[14] = length;
  v[15] = SINGLE_BLOCK;
  for (const s of SCHEDULE) {
    mix(0, 4, 8, 12, words[s[0]], words[s[1]]);
    mix(1, 5, 9, 13, words[s[2]], words[s[3]]);
    mix(2, 6, 10, 14, words[s[4]], words[s[5]]);
    mix(3, 7, 11, 15, words[s[6]], words[s[7]]);
    mix(0, 5, 10, 15, words[s[8]], words[s[9]]);
    mix(1, 6, 11, 12, words[s[10]], words[s[11]]);
    mix(2, 7, 8, 13, words[s[12]], words[s[13]]);
    mix(3, 4, 9, 14, words[s[14]], words[s[15]]);
  }
  for (let i = 0; i < 8; i++) {
    words[i] = v[i] ^ v[8 + i];
    words[8 + i] = 0;
  }
}

function main(params) {
  const input = Buffer.from(params.input);
  if (input.length > BLOCK) {
    return { error: `Expected input to have at most ${BLOCK} bytes, had ${input.length}` };
  }
  const block = Buffer.alloc(BLOCK);
  input.copy(block);
  const words = Uint32Array.from({ length: 16 }, (_, i) => block.readUInt32LE(4 * i));
  let length = input.length;
  for (let i = 0; i < params.iterations; i++) {
    blake3(words, length);
    length = 32;
  }
  for (let i = 0; i < 16; i++) block.writeUInt32LE(words[i], 4 * i);
  return { hash: block.subarray(0, length).toString('hex') };
}
