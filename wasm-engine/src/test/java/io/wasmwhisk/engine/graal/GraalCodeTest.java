// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which Contexts get another instance, and what is left in them. */
class GraalCodeTest {
  private static final GraalAdapter ADAPTER = new GraalAdapter();

  private static final Imports EXIT =
      (module, name) ->
          new HostFunction(
              module,
              name,
              List.of(),
              List.of(),
              (memory, arguments) -> {
                throw new GuestExit(3);
              });

  private static final String GUEST =
      """
      (module
        (import "host" "exit" (func $exit))
        (memory (export "memory") 1)
        (func (export "return"))
        (func (export "exit") (call $exit))
        (func (export "trap") unreachable)
        (func $down (export "recursion") (call $down)))
      """;

  @AfterAll
  static void close() {
    ADAPTER.close();
  }

  private static GraalCode compile(String text) throws Exception {
    return (GraalCode) ADAPTER.compile("guest", Wat.module(text));
  }

  private static GuestInstance instance(GraalCode code) throws GuestFailure {
    return code.instantiate(EXIT, "memory");
  }

  @Test
  void afterAGuestThatReturned() throws Exception {
    GraalCode code = compile(GUEST);
    try (GuestInstance instance = instance(code)) {
      instance.call("return");
      assertThat(code.idle()).isZero();
    }
    assertThat(code.idle()).isEqualTo(1);
    try (GuestInstance next = instance(code)) {
      next.call("return");
      assertThat(code.idle()).isZero();
    }
    assertThat(code.idle()).isEqualTo(1);
  }

  @Test
  void afterAGuestThatExited() throws Exception {
    GraalCode code = compile(GUEST);
    try (GuestInstance instance = instance(code)) {
      assertThatThrownBy(() -> instance.call("exit")).isInstanceOf(GuestFailure.Exit.class);
    }
    assertThat(code.idle()).isEqualTo(1);
  }

  @Test
  void afterATrap() throws Exception {
    GraalCode code = compile(GUEST);
    try (GuestInstance instance = instance(code)) {
      assertThatThrownBy(() -> instance.call("trap")).isInstanceOf(GuestFailure.Trap.class);
    }
    assertThat(code.idle()).isZero();
  }

  @Test
  void afterAStackThatWasTooDeep() throws Exception {
    GraalCode code = compile(GUEST);
    try (GuestInstance instance = instance(code)) {
      assertThatThrownBy(() -> instance.call("recursion"))
          .isInstanceOf(GuestFailure.StackExhausted.class);
    }
    assertThat(code.idle()).isZero();
  }

  @Test
  void afterAnInterruption() throws Exception {
    GraalCode code = compile(GUEST);
    try (GuestInstance instance = instance(code)) {
      instance.call("return");
      instance.interrupt();
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(code.idle()).isZero();
  }

  @Test
  void afterAnInstanceThatCouldNotBeMade() throws Exception {
    GraalCode code = compile("(module (memory 1) (data (i32.const 65536) \"x\"))");

    assertThatThrownBy(() -> instance(code)).isInstanceOf(GuestFailure.Trap.class);
    assertThat(code.idle()).isZero();
  }

  @Test
  void noMoreThanProcessors() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    GraalCode code = compile(GUEST);
    List<GuestInstance> instances = new ArrayList<>();
    for (int i = 0; i <= processors; i++) {
      instances.add(instance(code));
    }
    instances.forEach(GuestInstance::close);

    assertThat(code.idle()).isEqualTo(processors);
  }

  /** 64 memories of 4 MiB: half a heap of 512 MiB. */
  @Test
  void anIdleContextKeepsNoMemory() throws Exception {
    List<GraalCode> codes = new ArrayList<>();
    long before = heap();
    for (int i = 0; i < 64; i++) {
      GraalCode code =
          compile("(module (memory (export \"memory\") 64) (func (export \"%d\")))".formatted(i));
      try (GuestInstance instance = instance(code)) {
        instance.call(String.valueOf(i));
      }
      codes.add(code);
    }

    assertThat(heap() - before).isLessThan(16L << 20);
    assertThat(codes).allSatisfy(code -> assertThat(code.idle()).isEqualTo(1));
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
