// SPDX-License-Identifier: Apache-2.0

// Greets: {"name": "World"} gives {"greeting":"Hello, World!"}; without a name it greets a stranger.

#include "wasmwhisk.h"

int main(void) {
  ww_json params = ww_read_params(), member;
  fputs("hello: this line goes to stderr\n", stderr);
  ww_string name = {"stranger", strlen("stranger")};
  if (ww_member(params, "name", &member)) name = ww_require_string(params, "name");

  fputs("hello: greeting ", stdout);
  ww_write_string(name.bytes, name.length);
  fputs("\n{\"greeting\":\"Hello, ", stdout);
  ww_write_text(name.bytes, name.length);
  puts("!\"}");
  return 0;
}
