// SPDX-License-Identifier: Apache-2.0

// Pancakes: {"n": size} gives {"checksum": of the flips of all permutations, "flips": the most of one}. Small arrays, branches.

#include "wasmwhisk.h"

enum { MOST = 12 };

static int flips_of(const int *order) {
  int pancakes[MOST], flips = 0;
  memcpy(pancakes, order, sizeof pancakes);
  for (int first = pancakes[0]; first != 0; first = pancakes[0]) {
    for (int low = 0, high = first; low < high; low++, high--) {
      int held = pancakes[low];
      pancakes[low] = pancakes[high];
      pancakes[high] = held;
    }
    flips++;
  }
  return flips;
}

// The next permutation turns the first 2, 3, ... by one; 0 when all were there.
static int next(int *order, int *turns, int size) {
  for (int width = 1; width < size; width++) {
    int first = order[0];
    memmove(order, order + 1, width * sizeof *order);
    order[width] = first;
    if (++turns[width] <= width) return 1;
    turns[width] = 0;
  }
  return 0;
}

int main(void) {
  int64_t size = ww_require_int64(ww_read_params(), "n");
  if (size < 1 || size > MOST) ww_fail("Expected n to be from 1 to %d, was %" PRId64, MOST, size);
  int order[MOST] = {0}, turns[MOST] = {0}, most = 0;
  int64_t checksum = 0, number = 0;
  for (int i = 0; i < size; i++) order[i] = i;
  do {
    int flips = flips_of(order);
    if (flips > most) most = flips;
    checksum += number++ % 2 == 0 ? flips : -flips;
  } while (next(order, turns, (int)size));
  printf("{\"checksum\":%" PRId64 ",\"flips\":%d}\n", checksum, most);
  return 0;
}
