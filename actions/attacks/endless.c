// SPDX-License-Identifier: Apache-2.0

// Attacks on the deadline: none of these ends by itself, except those that a guest's own fault ends.

#include <wasi/api.h>

#include "attack.h"

enum { MIB = 1024 * 1024, VECTORS = 1024, SUBSCRIPTIONS = 4096, NAMES = 1000 };

static volatile uint64_t counter;
static volatile int never = -1;

static void spin(ww_json params) {
  (void)params;
  for (;;) counter++;
}

// Neither a loop nor a tail call, and nothing on the stack in linear memory: only the engine's own frames grow.
static __attribute__((noinline)) int deeper(int depth) { return depth == never ? 0 : depth - deeper(depth + 1) / 3; }

static void recursion(ww_json params) {
  (void)params;
  counter = (uint64_t)deeper(0);
}

static void sleep_for_ever(ww_json params) {
  (void)params;
  __wasi_subscription_t wait = {.u = {.tag = __WASI_EVENTTYPE_CLOCK}};
  wait.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
  wait.u.u.clock.timeout = UINT64_MAX;
  __wasi_event_t event;
  __wasi_size_t count;
  for (;;) (void)__wasi_poll_oneoff(&wait, &event, 1, &count);
}

// Stdin is at its end and always ready: a guest that waits for more of it waits in a loop.
static void poll_input(ww_json params) {
  (void)params;
  static __wasi_subscription_t all[SUBSCRIPTIONS];
  static __wasi_event_t events[SUBSCRIPTIONS];
  for (int i = 0; i < SUBSCRIPTIONS; i++) all[i].u.tag = __WASI_EVENTTYPE_FD_READ;
  __wasi_size_t count;
  for (;;) (void)__wasi_poll_oneoff(all, events, SUBSCRIPTIONS, &count);
}

static void poll_nothing(ww_json params) {
  (void)params;
  __wasi_subscription_t none;
  __wasi_event_t event;
  __wasi_size_t count;
  for (;;) (void)__wasi_poll_oneoff(&none, &event, 0, &count);
}

static void read_input(ww_json params) {
  (void)params;
  char byte;
  __wasi_iovec_t vector = {.buf = (uint8_t *)&byte, .buf_len = 1};
  __wasi_size_t count;
  for (;;) (void)__wasi_fd_read(0, &vector, 1, &count);
}

static void yield(ww_json params) {
  (void)params;
  for (;;) (void)__wasi_sched_yield();
}

static uint8_t *megabytes(size_t count) {
  uint8_t *bytes = malloc(count * MIB);
  if (!bytes) ww_fail("No memory");
  return bytes;
}

// One host call that makes 128 MiB of random bytes.
static void random_bytes(ww_json params) {
  (void)params;
  uint8_t *bytes = megabytes(128);
  for (;;) (void)__wasi_random_get(bytes, (size_t)128 * MIB);
}

// One host call that writes 64 GiB.
static void write_vectors(ww_json params) {
  (void)params;
  static __wasi_ciovec_t vectors[VECTORS];
  uint8_t *bytes = megabytes(64);
  memset(bytes, 'x', (size_t)64 * MIB);
  for (int i = 0; i < VECTORS; i++) vectors[i] = (__wasi_ciovec_t){bytes, (size_t)64 * MIB};
  __wasi_size_t count;
  for (;;) (void)__wasi_fd_write(2, vectors, VECTORS, &count);
}

// Its one argument is as long as the parameters may be.
static void read_arguments(ww_json params) {
  (void)params;
  __wasi_size_t count, bytes;
  (void)__wasi_args_sizes_get(&count, &bytes);
  uint8_t *text = malloc(bytes), **pointers = malloc(count * sizeof *pointers);
  if (!text || !pointers) ww_fail("No memory");
  for (;;) (void)__wasi_args_get(pointers, text);
}

// Paths of 4,096 bytes, each through 1,365 directories.
static void walk_paths(ww_json params) {
  (void)params;
  static char path[4096];
  for (size_t i = 0; i + 3 < sizeof path; i += 3) memcpy(path + i, "./.", 3);
  for (size_t i = 2; i + 1 < sizeof path; i += 3) path[i] = '/';
  for (;;) {
    __wasi_filestat_t status;
    (void)__wasi_path_filestat_get(3, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, path, &status);
  }
}

static void list_names(ww_json params) {
  (void)params;
  char name[32];
  for (int i = 0; i < NAMES; i++) {
    snprintf(name, sizeof name, "/tmp/%d", i);
    FILE *file = fopen(name, "w");
    if (file) fclose(file);
  }
  static uint8_t entries[64 * 1024];
  for (;;) {
    for (__wasi_fd_t directory = 3; directory < 5; directory++) {
      __wasi_size_t count;
      (void)__wasi_fd_readdir(directory, entries, sizeof entries, 0, &count);
    }
  }
}

static const attack ATTACKS[] = {
    {"spin", spin},
    {"recursion", recursion},
    {"sleep", sleep_for_ever},
    {"poll-input", poll_input},
    {"poll-nothing", poll_nothing},
    {"read-input", read_input},
    {"yield", yield},
    {"random", random_bytes},
    {"write", write_vectors},
    {"arguments", read_arguments},
    {"paths", walk_paths},
    {"names", list_names},
};

ATTACK_MAIN(ATTACKS)
