// SPDX-License-Identifier: Apache-2.0

// Writes a file, then reads one: {"write": "/tmp/a", "content": "text", "read": "/data/b"} gives {"content": "…"}. Both are
// optional; what an action finds beside its module in the zip is below /, and /tmp is its own. WoW's "filesys", with names.

#include <errno.h>

#include "wasmwhisk.h"

static void write_file(ww_string path, ww_string content) {
  FILE *file = fopen(path.bytes, "wb");
  if (file == NULL) ww_fail("Could not write %s: %s", path.bytes, strerror(errno));
  size_t written = fwrite(content.bytes, 1, content.length, file);
  if (fclose(file) != 0 || written != content.length) ww_fail("Could not write %s: %s", path.bytes, strerror(errno));
}

static void read_file(ww_string path) {
  FILE *file = fopen(path.bytes, "rb");
  if (file == NULL) ww_fail("Could not read %s: %s", path.bytes, strerror(errno));
  char piece[4096];
  fputs("{\"content\":\"", stdout);
  for (size_t count; (count = fread(piece, 1, sizeof piece, file)) > 0;) ww_write_text(piece, count);
  puts("\"}");
  fclose(file);
}

int main(void) {
  ww_json params = ww_read_params(), member;
  if (ww_member(params, "write", &member)) {
    write_file(ww_require_string(params, "write"), ww_require_string(params, "content"));
  }
  if (ww_member(params, "read", &member)) {
    read_file(ww_require_string(params, "read"));
  } else {
    puts("{}");
  }
  return 0;
}
