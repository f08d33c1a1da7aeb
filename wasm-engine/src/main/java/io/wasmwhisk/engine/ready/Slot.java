// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A place for the next instance of one module; thread-safe. */
final class Slot implements AutoCloseable {
  private sealed interface Content {
    record Filled(ReadyInstance instance) implements Content {}

    enum Nothing implements Content {
      EMPTY,
      CLOSED
    }
  }

  private final AtomicReference<Content> content = new AtomicReference<>(Content.Nothing.EMPTY);

  /** When the cache was last told that the slot is in use; a ticker's nanoseconds. */
  private volatile long told;

  /**
   * @param now when it is made
   */
  Slot(long now) {
    told = now;
  }

  long told() {
    return told;
  }

  void tell(long now) {
    told = now;
  }

  /** The instance, for the caller alone; null when there is none. */
  @Nullable ReadyInstance take() {
    return content.get() instanceof Content.Filled filled
            && content.compareAndSet(filled, Content.Nothing.EMPTY)
        ? filled.instance()
        : null;
  }

  /** Fills it; false when there is one already, or it is closed: the caller keeps the instance. */
  boolean offer(ReadyInstance instance) {
    return content.compareAndSet(Content.Nothing.EMPTY, new Content.Filled(instance));
  }

  boolean isEmpty() {
    return content.get() == Content.Nothing.EMPTY;
  }

  boolean isFilled() {
    return content.get() instanceof Content.Filled;
  }

  boolean isClosed() {
    return content.get() == Content.Nothing.CLOSED;
  }

  /** Closes the instance that is there, and takes no more. */
  @Override
  public void close() {
    if (content.getAndSet(Content.Nothing.CLOSED) instanceof Content.Filled filled) {
      filled.instance().close();
    }
  }
}
