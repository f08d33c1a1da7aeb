// SPDX-License-Identifier: Apache-2.0

// Sleeps: {"ms": 300} gives {"sleptMs": milliseconds by the monotonic clock}; without ms it sleeps 5 s, as WoW's example.

#include <errno.h>
#include <time.h>

#include "wasmwhisk.h"

enum { DEFAULT_MS = 5000, MAXIMUM_MS = 24 * 60 * 60 * 1000 };

static int64_t monotonic_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

int main(void) {
  ww_json params = ww_read_params(), member;
  int64_t ms = ww_member(params, "ms", &member) ? ww_require_int64(params, "ms") : DEFAULT_MS;
  if (ms < 0 || ms > MAXIMUM_MS) ww_fail("Expected ms to be from 0 to %d, was %" PRId64, MAXIMUM_MS, ms);

  int64_t start = monotonic_ns();
  struct timespec duration = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
  if (nanosleep(&duration, NULL) != 0) ww_fail("Could not sleep for %" PRId64 " ms: errno %d", ms, errno);
  printf("{\"sleptMs\":%" PRId64 "}\n", (monotonic_ns() - start) / 1000000);
  return 0;
}
