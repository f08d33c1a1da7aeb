// SPDX-License-Identifier: Apache-2.0

// Attacks by the way a guest ends.

#include "attack.h"

static void trap(ww_json params) {
  (void)params;
  __builtin_trap();
}

static void exit_with(ww_json params) { exit((int)ww_require_int64(params, "code")); }

static void divide(ww_json params) {
  (void)params;
  volatile int zero = 0;
  printf("%d\n", 7 / zero);
}

static void silence(ww_json params) { (void)params; }

static const attack ATTACKS[] = {
    {"trap", trap},
    {"exit", exit_with},
    {"divide", divide},
    {"silence", silence},
};

ATTACK_MAIN(ATTACKS)
