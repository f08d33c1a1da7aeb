// SPDX-License-Identifier: Apache-2.0

// A guest with several attacks: the parameter "attack" names the one to run. Without it, or when it is no string, the guest
// answers {"ok":true}, so that a container can be seen to work after an attack.

#ifndef ATTACK_H
#define ATTACK_H

#include "wasmwhisk.h"

typedef struct {
  const char *name;
  void (*run)(ww_json params);
} attack;

static inline int attack_main(const attack *attacks, size_t count) {
  ww_json params = ww_read_params(), chosen;
  ww_string name;
  if (!ww_member(params, "attack", &chosen) || !ww_to_string(chosen, &name)) {
    puts("{\"ok\":true}");
    return 0;
  }
  for (size_t i = 0; i < count; i++) {
    if (strcmp(attacks[i].name, name.bytes) == 0) {
      attacks[i].run(params);
      return 0;
    }
  }
  ww_fail("No attack is called %s", name.bytes);
}

#define ATTACK_MAIN(attacks) \
  int main(void) { return attack_main(attacks, sizeof(attacks) / sizeof((attacks)[0])); }

#endif
