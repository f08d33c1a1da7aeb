// SPDX-License-Identifier: Apache-2.0

// Copies stdin to stdout, 256 bytes at a time, each with a call of its own: the parameters are the result.

#include <unistd.h>

int main(void) {
  char block[256];
  for (ssize_t length; (length = read(0, block, sizeof block)) > 0;) {
    for (ssize_t done = 0; done < length;) {
      ssize_t written = write(1, block + done, length - done);
      if (written < 0) return 1;
      done += written;
    }
  }
  return 0;
}
