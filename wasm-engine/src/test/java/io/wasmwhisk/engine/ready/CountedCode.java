// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.wasi.ArrayMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Code that imports {@code env.answer} and says what became of its instances. */
final class CountedCode implements GuestCode {
  static final String MODULE = "env";
  static final String FUNCTION = "answer";

  /** The functions of these tests touch none. */
  private static final GuestMemory MEMORY = new ArrayMemory();

  final List<Instance> made = new ArrayList<>();
  Runnable whenMade = () -> {};
  @Nullable GuestFailure failure;

  @Override
  public String engine() {
    return "counted";
  }

  @Override
  public GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure {
    if (failure != null) {
      throw failure;
    }
    HostFunction answer = imports.find(MODULE, FUNCTION);
    if (answer == null) {
      throw new GuestFailure.Link("there is no env.answer");
    }
    whenMade.run();
    Instance instance = new Instance(answer);
    made.add(instance);
    return instance;
  }

  /** Calls its import, and keeps what it gave. */
  static final class Instance implements GuestInstance {
    private final HostFunction answer;
    long answered;
    boolean closed;
    Thread owner = Thread.currentThread();

    private Instance(HostFunction answer) {
      this.answer = answer;
    }

    @Override
    public void adopt() {
      owner = Thread.currentThread();
    }

    @Override
    public boolean hasFunction(String name) {
      return true;
    }

    @Override
    public void call(String name) throws GuestFailure {
      try {
        answered = answer.body().call(MEMORY, new long[0]);
      } catch (InterruptedException e) {
        throw new GuestFailure.Interrupted();
      }
    }

    @Override
    public void interrupt() {}

    @Override
    public void pause(Pause pause) {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
