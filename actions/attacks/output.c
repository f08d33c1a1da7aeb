// SPDX-License-Identifier: Apache-2.0

// Attacks by what a guest writes. Those without an end write until their deadline.

#include "attack.h"

enum { BLOCK = 1024 * 1024, DEPTH = 400 * 1024 };

static char block[BLOCK];

static void fill(char with, size_t line) {
  memset(block, with, sizeof block);
  for (size_t i = line - 1; line > 0 && i < sizeof block; i += line) block[i] = '\n';
}

static void write_blocks(FILE *to, int count) {
  for (int i = 0; i != count; i++) fwrite(block, 1, sizeof block, to);
}

static void log_lines(ww_json params) {
  (void)params;
  fill('x', 100);
  write_blocks(stdout, 40);
  puts("\n{\"ok\":true}");
}

static void log_errors(ww_json params) {
  (void)params;
  fill('x', 100);
  write_blocks(stderr, -1);
}

static void log_line(ww_json params) {
  (void)params;
  fill('x', 0);
  write_blocks(stderr, -1);
}

static void log_ends(ww_json params) {
  (void)params;
  fill('\n', 0);
  write_blocks(stdout, -1);
}

static void log_bytes(ww_json params) {
  (void)params;
  for (size_t i = 0; i < sizeof block; i++) block[i] = (char)(i * 2654435761u >> 13);
  write_blocks(stderr, -1);
}

static void result(ww_json params) {
  (void)params;
  fill('x', 0);
  fputs("{\"a\":\"", stdout);
  write_blocks(stdout, 60);
  puts("\"}");
}

static void result_depth(ww_json params) {
  (void)params;
  fill('[', 0);
  fwrite(block, 1, DEPTH, stdout);
  fill(']', 0);
  fwrite(block, 1, DEPTH, stdout);
  putchar('\n');
}

// As many members as fit into a result.
static void result_members(ww_json params) {
  (void)params;
  fputs("{\"a\":0", stdout);
  for (int i = 0; i < 50000; i++) printf(",\"%d\":0", i);
  puts("}");
}

static void result_bytes(ww_json params) {
  (void)params;
  puts("{\"a\":\"\xff\xfe\xc0\x80\xed\xa0\x80\"}");
}

static const attack ATTACKS[] = {
    {"log-lines", log_lines},       {"log-errors", log_errors},
    {"log-line", log_line},         {"log-ends", log_ends},
    {"log-bytes", log_bytes},       {"result", result},
    {"result-depth", result_depth}, {"result-members", result_members},
    {"result-bytes", result_bytes},
};

ATTACK_MAIN(ATTACKS)
