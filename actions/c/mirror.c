// SPDX-License-Identifier: Apache-2.0

// A guest for tests: answers its parameters and misbehaves on request. In this order, each only where the parameter is
// there:
//
//   sleepMs     n        waits n milliseconds
//   trap        true     runs an unreachable instruction
//   exit        n        exits with code n
//   loop        true     loops for ever
//   allocateMb  n        allocates n MiB, writes to every page of them, and fails when it cannot
//   raw         string   prints the string as the result, JSON or not
//   otherwise            answers {"params": the parameters as they were written}
//
// Before any of that it logs one line to stdout and one to stderr.

#include <errno.h>
#include <time.h>

#include "wasmwhisk.h"

enum { MIB = 1024 * 1024, PAGE = 64 * 1024 };

static void sleep_ms(int64_t ms) {
  struct timespec duration = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
  if (ms < 0) ww_fail("Expected sleepMs to be at least 0, was %" PRId64, ms);
  if (nanosleep(&duration, NULL) != 0) ww_fail("Could not sleep for %" PRId64 " ms: errno %d", ms, errno);
}

// One MiB after the other, so that the message tells how far it came. The writes are volatile, or the compiler drops the
// allocation.
static void allocate_mib(int64_t wanted) {
  for (int64_t i = 0; i < wanted; i++) {
    volatile char *block = malloc(MIB);
    if (!block) ww_fail("Could not allocate %" PRId64 " MiB: out of memory after %" PRId64 " MiB", wanted, i);
    for (size_t at = 0; at < MIB; at += PAGE) block[at] = 1;
  }
}

int main(void) {
  ww_json params = ww_read_params(), member;
  printf("mirror: a line on stdout\n");
  fflush(stdout);
  fprintf(stderr, "mirror: a line on stderr\n");

  if (ww_member(params, "sleepMs", &member)) sleep_ms(ww_require_int64(params, "sleepMs"));
  if (ww_member(params, "trap", &member) && ww_is_true(member)) __builtin_trap();
  if (ww_member(params, "exit", &member)) exit((int)ww_require_int64(params, "exit"));
  if (ww_member(params, "loop", &member) && ww_is_true(member)) {
    for (;;) continue;
  }
  if (ww_member(params, "allocateMb", &member)) allocate_mib(ww_require_int64(params, "allocateMb"));

  if (ww_member(params, "raw", &member)) {
    ww_string raw = ww_require_string(params, "raw");
    fwrite(raw.bytes, 1, raw.length, stdout);
    putchar('\n');
    return 0;
  }
  fputs("{\"params\":", stdout);
  ww_write_json(params);
  puts("}");
  return 0;
}
