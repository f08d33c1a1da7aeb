// SPDX-License-Identifier: Apache-2.0

// Looks for what another activation left: {"leave": secret} leaves the secret wherever a guest can leave something, and ends
// as "end" says (answer, trap, exit, loop). {"first": …, "second": …}, its two halves, looks for it everywhere and answers what it
// found and what makes its surroundings. The halves are never put together, so that the seeker does not find itself.

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wasi/api.h>

#include "wasmwhisk.h"

enum { PAGE = 65536, GROWN_PAGES = 256, DESCRIPTORS = 256, RANDOM = 16 };

extern char **environ;

static volatile uint32_t runs;
static size_t pages(void) { return __builtin_wasm_memory_size(0); }

static void leave(ww_string secret) {
  char path[300];
  mkdir("/tmp/left", 0700);
  snprintf(path, sizeof path, "/tmp/left/%s", secret.bytes);
  for (int i = 0; i < 20; i++) {
    int file = open(path, O_RDWR | O_CREAT, 0600);
    if (file >= 0) (void)!write(file, secret.bytes, secret.length);
  }
  (void)symlink(secret.bytes, "/tmp/link");
  (void)chdir("/tmp/left");
  setenv("LEFT", secret.bytes, 1);
  runs++;
  size_t old = __builtin_wasm_memory_grow(0, GROWN_PAGES);
  if (old == SIZE_MAX) ww_fail("No memory");
  for (size_t at = old * PAGE; at + secret.length < pages() * PAGE; at += secret.length) {
    memcpy((char *)at, secret.bytes, secret.length);
  }
}

static void end(ww_json params) {
  ww_string how = ww_require_string(params, "end");
  if (strcmp(how.bytes, "trap") == 0) __builtin_trap();
  if (strcmp(how.bytes, "exit") == 0) exit(1);
  while (strcmp(how.bytes, "loop") == 0) runs++;
  puts("{}");
}

// Where both halves stand side by side, in all of memory, also in what is grown only now.
static int found_in_memory(ww_string first, ww_string second) {
  if (__builtin_wasm_memory_grow(0, GROWN_PAGES) == SIZE_MAX) ww_fail("No memory");
  const char *end = (const char *)(pages() * PAGE - first.length - second.length);
  int found = 0;
  for (const char *p = (const char *)8; p < end; p++) {
    found += *p == *first.bytes && memcmp(p, first.bytes, first.length) == 0 &&
             memcmp(p + first.length, second.bytes, second.length) == 0;
  }
  return found;
}

static int names_in(const char *path) {
  DIR *directory = opendir(path);
  int names = 0;
  if (!directory) return -1;
  for (struct dirent *entry; (entry = readdir(directory));) names += entry->d_name[0] != '.';
  closedir(directory);
  return names;
}

static int open_descriptors(void) {
  int count = 0;
  for (int fd = 0; fd < DESCRIPTORS; fd++) {
    __wasi_fdstat_t status;
    count += __wasi_fd_fdstat_get(fd, &status) == 0;
  }
  return count;
}

static void seek(ww_json params) {
  ww_string first = ww_require_string(params, "first"), second = ww_require_string(params, "second");
  __wasi_timestamp_t cpu = 0;
  (void)__wasi_clock_time_get(__WASI_CLOCKID_PROCESS_CPUTIME_ID, 0, &cpu);
  uint8_t random[RANDOM];
  (void)__wasi_random_get(random, RANDOM);
  char directory[256] = "";
  (void)!getcwd(directory, sizeof directory);
  printf("{\"memory\":%d,\"tmp\":%d,\"descriptors\":%d,\"runs\":%u,\"cpuMs\":%llu,\"cwd\":", found_in_memory(first, second),
         names_in("/tmp"), open_descriptors(), runs, (unsigned long long)cpu / 1000000);
  ww_write_string(directory, strlen(directory));
  fputs(",\"random\":\"", stdout);
  for (int i = 0; i < RANDOM; i++) printf("%02x", random[i]);
  fputs("\",\"env\":[", stdout);
  for (char **each = environ; each && *each; each++) {
    if (each != environ) putchar(',');
    ww_write_string(*each, strlen(*each));
  }
  puts("]}");
}

int main(void) {
  ww_json params = ww_read_params(), member;
  if (ww_member(params, "leave", &member)) {
    leave(ww_require_string(params, "leave"));
    end(params);
  } else {
    seek(params);
  }
  return 0;
}
