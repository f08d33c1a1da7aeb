// SPDX-License-Identifier: Apache-2.0

// Does nothing: {} gives {"ok":true}. What an activation takes when its code takes nothing.

#include "wasmwhisk.h"

int main(void) {
  puts("{\"ok\":true}");
  return 0;
}
