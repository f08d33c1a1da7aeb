// SPDX-License-Identifier: Apache-2.0

// Attacks on memory: too much of it, and other than one's own.

#include <time.h>
#include <wasi/api.h>

#include "attack.h"

enum { PAGE = 65536, PAGES_OF_MIB = 16 };

static size_t pages(void) { return __builtin_wasm_memory_size(0); }

// Grows by so many pages at once until it is refused, touches what it got, and fails as a program without memory does.
static void grow_by(size_t step) {
  for (;;) {
    size_t old = __builtin_wasm_memory_grow(0, step);
    if (old == SIZE_MAX) __builtin_trap();
    for (size_t page = old; page < old + step; page++) *(volatile char *)(page * PAGE) = 1;
  }
}

static void grow_by_pages(ww_json params) {
  (void)params;
  grow_by(1);
}

static void grow_by_steps(ww_json params) {
  (void)params;
  grow_by(100 * PAGES_OF_MIB);
}

// Asks for more than there is, for ever.
static void ask(ww_json params) {
  (void)params;
  for (;;) (void)__builtin_wasm_memory_grow(0, 65535);
}

// Takes "mib" MiB, touches them, keeps them for "ms" milliseconds.
static void hold(ww_json params) {
  int64_t mib = ww_require_int64(params, "mib"), ms = ww_require_int64(params, "ms");
  size_t wanted = (size_t)mib * PAGES_OF_MIB, old = __builtin_wasm_memory_grow(0, wanted);
  if (old == SIZE_MAX) __builtin_trap();
  for (size_t page = old; page < pages(); page++) *(volatile char *)(page * PAGE) = 1;
  struct timespec duration = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
  nanosleep(&duration, NULL);
  printf("{\"mib\":%zu}\n", pages() / PAGES_OF_MIB);
}

static void read_outside(ww_json params) {
  (void)params;
  volatile char *end = (volatile char *)(pages() * PAGE);
  putchar(*end);
}

static void write_outside(ww_json params) {
  (void)params;
  *(volatile uint64_t *)(UINTPTR_MAX - 7) = 1;
}

// Host calls with pointers that reach out of memory: how many of them did not fail.
static void host_pointers(ww_json params) {
  (void)params;
  uint8_t *last = (uint8_t *)(pages() * PAGE - 1), *top = (uint8_t *)(UINTPTR_MAX - 3);
  __wasi_size_t count;
  __wasi_ciovec_t across = {last, 2}, beyond = {top, 64}, huge = {(uint8_t *)PAGE, UINT32_MAX};
  __wasi_iovec_t into = {last, 2};
  __wasi_timestamp_t *time = (__wasi_timestamp_t *)(last - 3);
  int accepted = 0;
  accepted += __wasi_fd_write(2, &across, 1, &count) == 0;
  accepted += __wasi_fd_write(2, &beyond, 1, &count) == 0;
  accepted += __wasi_fd_write(2, &huge, 1, &count) == 0;
  accepted += __wasi_fd_write(2, (const __wasi_ciovec_t *)last, 1, &count) == 0;
  accepted += __wasi_fd_write(2, (const __wasi_ciovec_t *)top, UINT32_MAX, &count) == 0;
  accepted += __wasi_fd_read(0, &into, 1, &count) == 0;
  accepted += __wasi_random_get(last, 2) == 0;
  accepted += __wasi_random_get(top, UINT32_MAX) == 0;
  accepted += __wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 0, time) == 0;
  accepted += __wasi_args_get((uint8_t **)last, last) == 0;
  accepted += __wasi_environ_get((uint8_t **)top, top) == 0;
  accepted += __wasi_poll_oneoff((const __wasi_subscription_t *)last, (__wasi_event_t *)last, 1, &count) == 0;
  accepted += __wasi_fd_readdir(3, last, 4096, 0, &count) == 0;
  printf("{\"escaped\":%d}\n", accepted);
}

static const attack ATTACKS[] = {
    {"grow-pages", grow_by_pages},
    {"grow-steps", grow_by_steps},
    {"ask", ask},
    {"hold", hold},
    {"read-outside", read_outside},
    {"write-outside", write_outside},
    {"host-pointers", host_pointers},
};

ATTACK_MAIN(ATTACKS)
