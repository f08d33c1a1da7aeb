// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Code whose next instance may be there already. */
final class ReadyCode implements GuestCode {
  /** The body belongs to an activation, which is not to be kept alive. */
  private static final HostFunction.Body NONE =
      (memory, arguments) -> {
        throw new IllegalStateException("a type was called");
      };

  private final GuestCode code;
  private final ReadyInstances instances;
  private final long instanceBytes;
  private final AtomicBoolean preparing = new AtomicBoolean();

  /** Where its next instance is; null before there was one. The cache may have closed it since. */
  private volatile @Nullable Slot slot;

  /** What an instance was made with; null before the first one. */
  private volatile @Nullable Shape shape;

  /** One that is called once is not likely to be called again, one that is called twice is. */
  private volatile boolean calledAgain;

  ReadyCode(GuestCode code, ReadyInstances instances, long instanceBytes) {
    this.code = code;
    this.instances = instances;
    this.instanceBytes = instanceBytes;
  }

  /**
   * What the module asks of whoever makes an instance of it.
   *
   * @param types the functions that it imports, by their types
   * @param memoryExport the export by which host functions reach its memory
   */
  private record Shape(List<HostFunction> types, String memoryExport) {}

  /** Heap that an instance takes. */
  long instanceBytes() {
    return instanceBytes;
  }

  @Nullable Slot slot() {
    return slot;
  }

  void keep(Slot current) {
    slot = current;
  }

  @Override
  public GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure {
    if (shape == null) {
      return first(imports, memoryExport);
    }
    calledAgain = true;
    ReadyInstance ready = instances.take(this);
    if (ready == null) {
      return code.instantiate(imports, memoryExport);
    }
    if (ready.imports().bind(imports)) {
      ready.instance().adopt();
      return ready.instance();
    }
    ready.close();
    return code.instantiate(imports, memoryExport);
  }

  private GuestInstance first(Imports imports, String memoryExport) throws GuestFailure {
    List<HostFunction> types = new ArrayList<>();
    GuestInstance instance = code.instantiate(noting(imports, types), memoryExport);
    shape = new Shape(List.copyOf(types), memoryExport);
    return instance;
  }

  /** An adapter may ask for a function twice, to see whether it is there, and to have it. */
  private static Imports noting(Imports imports, List<HostFunction> types) {
    return (module, name) -> {
      HostFunction function = imports.find(module, name);
      if (function != null && types.stream().noneMatch(type -> type.isNamed(module, name))) {
        types.add(function.withBody(NONE));
      }
      return function;
    };
  }

  @Override
  public String engine() {
    return code.engine();
  }

  @Override
  public long idleBytes() {
    return code.idleBytes();
  }

  @Override
  public void prepare() {
    Shape known = shape;
    if (known != null && calledAgain && preparing.compareAndSet(false, true)) {
      try {
        instances.supply(this, () -> make(known));
      } finally {
        preparing.set(false);
      }
    }
  }

  private @Nullable ReadyInstance make(Shape known) {
    LateImports imports = new LateImports(known.types());
    try {
      return new ReadyInstance(code.instantiate(imports, known.memoryExport()), imports);
    } catch (GuestFailure | RuntimeException | OutOfMemoryError e) {
      // The heap is full, for instance: whoever needs the next instance will be told.
      return null;
    }
  }
}
