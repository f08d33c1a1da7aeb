// SPDX-License-Identifier: Apache-2.0

// The set: {"n": width} gives {"inside": points of a square of that width that are in it after 50 steps}. Floating point, branches.

#include "wasmwhisk.h"

static int is_inside(double x, double y) {
  double real = 0, imaginary = 0;
  for (int i = 0; i < 50; i++) {
    double next = real * real - imaginary * imaginary + x;
    imaginary = 2 * real * imaginary + y;
    real = next;
    if (real * real + imaginary * imaginary > 4) return 0;
  }
  return 1;
}

int main(void) {
  int64_t width = ww_require_int64(ww_read_params(), "n"), inside = 0;
  for (int64_t row = 0; row < width; row++) {
    for (int64_t column = 0; column < width; column++) {
      inside += is_inside(2.0 * column / width - 1.5, 2.0 * row / width - 1.0);
    }
  }
  printf("{\"inside\":%" PRId64 "}\n", inside);
  return 0;
}
