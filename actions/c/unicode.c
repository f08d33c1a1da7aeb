// SPDX-License-Identifier: Apache-2.0

// Puts a snowman between two of what it is given: {"delimiter": "❄"} gives {"winter": "❄ ☃ ❄"}, which it also logs. What
// OpenWhisk asks of every language's runtime, to see that no character is lost on the way in, out or to the logs.

#include "wasmwhisk.h"

static const char snowman[] = " ☃ ";

int main(void) {
  ww_string delimiter = ww_require_string(ww_read_params(), "delimiter");
  fwrite(delimiter.bytes, 1, delimiter.length, stdout);
  fputs(snowman, stdout);
  fwrite(delimiter.bytes, 1, delimiter.length, stdout);
  fputs("\n{\"winter\":\"", stdout);
  ww_write_text(delimiter.bytes, delimiter.length);
  fputs(snowman, stdout);
  ww_write_text(delimiter.bytes, delimiter.length);
  puts("\"}");
  return 0;
}
