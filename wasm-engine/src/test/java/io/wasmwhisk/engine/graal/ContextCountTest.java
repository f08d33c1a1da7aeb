// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.ready.ReadyInstances;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In how many Contexts activations run that come one after the other. */
class ContextCountTest {
  private static final int ACTIVATIONS = 100;
  private static final long INSTANCE_BYTES = 128 << 10;

  private final GraalAdapter adapter = new GraalAdapter();
  private final ReadyInstances ready = new ReadyInstances(4 * INSTANCE_BYTES);
  private final Set<Context> contexts = new HashSet<>();
  private int calls;

  @AfterEach
  void close() {
    ready.close();
    adapter.close();
  }

  private GuestCode compile() throws Exception {
    return adapter.compile(
        "guest",
        Wat.module(
            """
            (module
              (import "host" "here" (func $here))
              (memory (export "memory") 1)
              (func (export "run") (call $here)))
            """));
  }

  private Imports here() {
    return (module, name) ->
        new HostFunction(
            module,
            name,
            List.of(),
            List.of(),
            (memory, arguments) -> {
              calls++;
              contexts.add(Context.getCurrent());
              return 0;
            });
  }

  private void activate(GuestCode code) throws Exception {
    for (int i = 0; i < ACTIVATIONS; i++) {
      try (GuestInstance instance = code.instantiate(here(), "memory")) {
        instance.call("run");
      }
      code.prepare();
    }
    assertThat(calls).isEqualTo(ACTIVATIONS);
  }

  @Test
  void oneServesThemAll() throws Exception {
    activate(compile());

    assertThat(contexts).hasSize(1);
  }

  /** The next instance is made while the one before is there or gone. */
  @Test
  void oneServesThemAllWithInstancesMadeAhead() throws Exception {
    activate(ready.of(compile(), INSTANCE_BYTES));

    assertThat(ready.use().taken()).isEqualTo(ACTIVATIONS - 2);
    assertThat(contexts).hasSize(1);
  }
}
