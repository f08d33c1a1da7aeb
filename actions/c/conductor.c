// SPDX-License-Identifier: Apache-2.0

// A conductor (OpenWhisk's docs/conductors.md): computes 2n + 1 by calling the action add twice. OpenWhisk runs it again
// after each action that it names, with that action's result and the state that it left: {"n": 4} gives {"result": 9, "steps": 2}.
//
//   n     an integer
//   fail  true   calls add without its second parameter, and answers {"failed": the error that came back}

#include "wasmwhisk.h"

static void call_add(int64_t param1, int64_t param2, int64_t next) {
  printf("{\"action\":\"add\",\"params\":{\"param1\":%" PRId64 ",\"param2\":%" PRId64 "},\"state\":{\"step\":%" PRId64 "}}\n",
         param1, param2, next);
}

int main(void) {
  ww_json params = ww_read_params(), member;
  int64_t step = ww_member(params, "step", &member) ? ww_require_int64(params, "step") : 0;
  fprintf(stderr, "conductor: step %" PRId64 "\n", step);
  switch (step) {
    case 0: {
      int64_t n = ww_require_int64(params, "n");
      if (ww_member(params, "fail", &member) && ww_is_true(member)) {
        printf("{\"action\":\"add\",\"params\":{\"param1\":%" PRId64 "},\"state\":{\"step\":1}}\n", n);
        return 0;
      }
      call_add(n, n, 1);
      return 0;
    }
    case 1:
      // The result of an action that failed comes as its error; the state is there with it.
      if (ww_member(params, "error", &member)) {
        fputs("{\"params\":{\"failed\":", stdout);
        ww_write_json(member);
        puts("}}");
        return 0;
      }
      call_add(ww_require_int64(params, "result"), 1, 2);
      return 0;
    default:
      printf("{\"params\":{\"result\":%" PRId64 ",\"steps\":%" PRId64 "}}\n", ww_require_int64(params, "result"), step);
      return 0;
  }
}
