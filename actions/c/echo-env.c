// SPDX-License-Identifier: Apache-2.0

// Answers what it was started with: {"env": {all environment variables}, "args": [program name, ..., parameters]}.

#include "wasmwhisk.h"

extern char **environ;

int main(int argc, char **argv) {
  const char *separator = "";
  fputs("{\"env\":{", stdout);
  for (char **entry = environ; *entry; entry++) {
    const char *equals = strchr(*entry, '=');
    if (!equals) continue;
    fputs(separator, stdout);
    ww_write_string(*entry, (size_t)(equals - *entry));
    putchar(':');
    ww_write_string(equals + 1, strlen(equals + 1));
    separator = ",";
  }
  fputs("},\"args\":[", stdout);
  for (int i = 0; i < argc; i++) {
    if (i > 0) putchar(',');
    ww_write_string(argv[i], strlen(argv[i]));
  }
  puts("]}");
  return 0;
}
