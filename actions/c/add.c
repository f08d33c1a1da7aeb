// SPDX-License-Identifier: Apache-2.0

// Adds two integers: {"param1": 1, "param2": 2} gives {"result": 3}. Parameters and messages are those of WoW's example.

#include "wasmwhisk.h"

int main(void) {
  ww_json params = ww_read_params();
  int64_t param1 = ww_require_int64(params, "param1");
  int64_t param2 = ww_require_int64(params, "param2");
  int64_t sum;
  if (__builtin_add_overflow(param1, param2, &sum)) {
    ww_fail("The sum of param1 and param2 does not fit in an i64: %" PRId64 " + %" PRId64, param1, param2);
  }
  printf("{\"result\":%" PRId64 "}\n", sum);
  return 0;
}
