// SPDX-License-Identifier: Apache-2.0

// Attacks by files: more than one may have, and other than one's own. Each answers what it got: {"escaped": n} counts what
// should have been refused.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wasi/api.h>

#include "attack.h"

enum { MIB = 1024 * 1024, MOST_BYTES = 16 * MIB, MOST_NAMES = 1000, MOST_DESCRIPTORS = 1024, DIRECTORIES = 8 };

static int escaped;

static void refused(bool yes, const char *what, const char *path) {
  if (yes) return;
  escaped++;
  fprintf(stderr, "%s %s was allowed\n", what, path);
}

static void answer(void) { printf("{\"escaped\":%d}\n", escaped); }

static void fill_bytes(ww_json params) {
  (void)params;
  static char block[MIB];
  long long written = 0;
  for (int i = 0; i < 64; i++) {
    char name[32];
    snprintf(name, sizeof name, "/tmp/%d", i);
    int file = open(name, O_WRONLY | O_CREAT, 0600);
    if (file < 0) continue;
    ssize_t count;
    while ((count = write(file, block, sizeof block)) > 0) written += count;
    refused(ftruncate(file, (off_t)1 << 40) != 0, "a file of 1 TiB at", name);
    refused(pwrite(file, "x", 1, (off_t)1 << 40) < 0, "a byte at 1 TiB of", name);
    (void)posix_fallocate(file, 0, (off_t)1 << 40);
    close(file);
  }
  refused(written <= MOST_BYTES, "more than 16 MiB", "in /tmp");
  answer();
}

static void fill_names(ww_json params) {
  (void)params;
  int names = 0;
  for (int i = 0; i < 3000; i++) {
    char name[300];
    snprintf(name, sizeof name, "/tmp/%0240d", i);
    if (i % 3 == 0) {
      names += mkdir(name, 0700) == 0;
    } else if (i % 3 == 1) {
      names += symlink("0", name) == 0;
    } else {
      int file = open(name, O_WRONLY | O_CREAT, 0600);
      if (file >= 0) close(file);
      names += file >= 0;
    }
  }
  refused(names <= MOST_NAMES, "more than 1000 names", "in /tmp");
  answer();
}

static int open_one(void) { return open("/tmp", O_RDONLY | O_DIRECTORY); }

// Opens more than may be open, then one more after one was closed.
static void descriptors(ww_json params) {
  (void)params;
  int count = 0, last = -1;
  for (int i = 0; i < 5000; i++) {
    int file = open_one();
    if (file < 0) continue;
    last = file;
    count++;
  }
  int refusal = open_one() < 0 ? errno : 0;
  close(last);
  bool again = open_one() == last;
  refused(count <= MOST_DESCRIPTORS, "more than 1024 descriptors", "at once");
  printf("{\"escaped\":%d,\"opened\":%d,\"errno\":%d,\"again\":%s}\n", escaped, count, refusal, again ? "true" : "false");
}

// Renumbers a descriptor to the highest number there is; a table that is an array would have to grow to it.
static void renumber(ww_json params) {
  (void)params;
  int file = open("/tmp/a", O_WRONLY | O_CREAT, 0600);
  refused(__wasi_fd_renumber(file, INT32_MAX) != 0, "renumbering to", "2147483647");
  answer();
}

static void symlink_loop(ww_json params) {
  (void)params;
  (void)symlink("b", "/tmp/a");
  (void)symlink("a", "/tmp/b");
  (void)symlink("../tmp/self/self", "/tmp/self");
  char name[32], before[32] = "/tmp/a";
  for (int i = 0; i < 60; i++) {
    snprintf(name, sizeof name, "/tmp/chain%d", i);
    (void)symlink(before + 5, name);
    memcpy(before, name, sizeof before);
  }
  static const char *const PATHS[] = {"/tmp/a", "/tmp/b/x", "/tmp/self", "/tmp/chain59"};
  for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) refused(open(PATHS[i], O_RDONLY) < 0, "opening", PATHS[i]);
  answer();
}

static const char *const OUTSIDE[] = {
    "/etc/passwd",
    "etc/passwd",
    "../etc/passwd",
    "../../../../../../../../etc/passwd",
    "/../etc/passwd",
    "//etc/passwd",
    "/./../etc/passwd",
    "/tmp/../../etc/passwd",
    "/tmp/../etc/passwd",
    "/tmp//..//..//etc/passwd",
    "/proc/self/environ",
    "/proc/self/mem",
    "/proc/1/cmdline",
    "/proc/self/root/etc/passwd",
    "/dev/random",
    "/dev/null",
    "/dev/fd/0",
    "/sys/kernel",
    "/root",
    "/home",
    "/var/run/docker.sock",
    "..",
    "../..",
    "/tmp/../..",
    "file:///etc/passwd",
};

// Each path from each of the first descriptors, with rights and flags that ask for as much as there is.
static void try_path(const char *path) {
  bool is_root = strcmp(path, "..") == 0 || strcmp(path, "../..") == 0 || strcmp(path, "/tmp/../..") == 0;
  int file = open(path, O_RDONLY);
  refused(file < 0 || is_root, "reading", path);
  refused(open(path, O_WRONLY) < 0, "writing", path);
  refused(open(path, O_RDWR | O_CREAT, 0666) < 0, "creating", path);
  for (__wasi_fd_t at = 3; at < 3 + DIRECTORIES; at++) {
    __wasi_fd_t opened;
    __wasi_filestat_t status;
    refused(__wasi_path_open(at, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, path, 0, UINT64_MAX, UINT64_MAX, 0, &opened) != 0, "opening", path);
    refused(__wasi_path_filestat_get(at, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, path, &status) != 0, "looking at", path);
    refused(__wasi_path_unlink_file(at, path) != 0, "removing", path);
    refused(__wasi_path_remove_directory(at, path) != 0, "removing", path);
    refused(__wasi_path_create_directory(at, path) != 0, "making", path);
    refused(__wasi_path_rename(at, path, at, "stolen") != 0, "moving", path);
  }
}

static void escape_by_path(ww_json params) {
  for (size_t i = 0; i < sizeof OUTSIDE / sizeof *OUTSIDE; i++) try_path(OUTSIDE[i]);
  ww_json canary;
  ww_string path;
  if (ww_member(params, "canary", &canary) && ww_to_string(canary, &path)) try_path(path.bytes);
  answer();
}

// Links that point out of the guest's tree, then what is behind them.
static void escape_by_link(ww_json params) {
  (void)params;
  mkdir("/tmp/d", 0700);
  for (size_t i = 0; i < sizeof OUTSIDE / sizeof *OUTSIDE; i++) {
    char name[64], behind[80];
    snprintf(name, sizeof name, "/tmp/d/link%zu", i);
    (void)symlink(OUTSIDE[i], name);
    // A link to the guest's own root is no escape; what only the host has would be one.
    snprintf(behind, sizeof behind, "%s/etc/passwd", name);
    bool may_be_a_directory = strstr(OUTSIDE[i], "passwd") == NULL && strstr(OUTSIDE[i], "..") != NULL;
    refused(open(name, O_RDONLY) < 0 || may_be_a_directory, "following a link to", OUTSIDE[i]);
    refused(open(behind, O_RDONLY) < 0, "following a link to", OUTSIDE[i]);
    snprintf(name, sizeof name, "/tmp/d/hard%zu", i);
    refused(link(OUTSIDE[i], name) != 0, "a hard link to", OUTSIDE[i]);
  }
  answer();
}

// Descriptors that nobody gave: none of them is anything.
static void escape_by_descriptor(ww_json params) {
  (void)params;
  for (uint32_t fd = 8; fd < 70000; fd = fd < 4096 ? fd + 1 : fd * 2) {
    __wasi_fdstat_t status;
    refused(__wasi_fd_fdstat_get((__wasi_fd_t)fd, &status) != 0, "a descriptor of", "nobody");
  }
  __wasi_fd_t accepted;
  __wasi_fdstat_t status;
  refused(__wasi_fd_fdstat_get((__wasi_fd_t)-1, &status) != 0, "descriptor", "-1");
  refused(__wasi_sock_accept(3, 0, &accepted) != 0, "accepting on", "descriptor 3");
  answer();
}

static const attack ATTACKS[] = {
    {"bytes", fill_bytes},
    {"names", fill_names},
    {"descriptors", descriptors},
    {"renumber", renumber},
    {"symlink-loop", symlink_loop},
    {"paths", escape_by_path},
    {"links", escape_by_link},
    {"escape-descriptors", escape_by_descriptor},
};

ATTACK_MAIN(ATTACKS)
