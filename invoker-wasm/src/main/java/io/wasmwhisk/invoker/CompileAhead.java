// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles code that was stored and not asked for yet: one piece after the other, on one thread,
 * and none is begun while guests want all processors. Bounded; what does not fit is compiled when
 * it is initialised, as without this.
 */
final class CompileAhead implements AutoCloseable {
  /** How long it waits for an idle processor before it looks again. */
  static final Duration PAUSE = Duration.ofMillis(20);

  private final int most;
  private final BooleanSupplier idle;
  private final Consumer<ActionLoader.Source> compiler;
  private final ScheduledExecutorService thread;
  private final Map<Name, ActionLoader.Source> waiting = new LinkedHashMap<>();
  private boolean scheduled;
  private boolean closed;
  private long compiled;
  private long refused;

  private record Name(String namespace, String action) {}

  /**
   * What there is, and was.
   *
   * @param waiting pieces of code that wait
   * @param compiled those that were compiled, or could not be
   * @param refused those that did not fit
   */
  record Use(int waiting, long compiled, long refused) {}

  /**
   * @param most pieces of code that may wait, half of them of one namespace; 0 to compile none
   * @param idle whether a processor is
   * @param compiler never throws
   * @param thread one thread, closed with this
   */
  CompileAhead(
      int most,
      BooleanSupplier idle,
      Consumer<ActionLoader.Source> compiler,
      ScheduledExecutorService thread) {
    this.most = most;
    this.idle = idle;
    this.compiler = compiler;
    this.thread = thread;
  }

  /** Has an action's code compiled, in place of what the same action had before. */
  synchronized void stored(String action, ActionLoader.Source source) {
    Name name = new Name(source.namespace(), action);
    waiting.remove(name);
    if (closed || most == 0) {
      return;
    }
    if (waiting.size() >= most || ofNamespace(source.namespace()) >= Math.max(1, most / 2)) {
      refused++;
      return;
    }
    waiting.put(name, source);
    if (!scheduled) {
      scheduled = true;
      thread.execute(this::next);
    }
  }

  private long ofNamespace(String namespace) {
    return waiting.keySet().stream().filter(each -> each.namespace().equals(namespace)).count();
  }

  /** Forgets an action's code, unless it is being compiled. */
  synchronized void removed(String namespace, String action) {
    waiting.remove(new Name(namespace, action));
  }

  private void next() {
    ActionLoader.Source source = take();
    if (source != null) {
      compiler.accept(source);
      done();
    }
  }

  private synchronized ActionLoader.@Nullable Source take() {
    Iterator<ActionLoader.Source> first = waiting.values().iterator();
    if (closed || !first.hasNext()) {
      scheduled = false;
      return null;
    }
    if (!idle.getAsBoolean()) {
      var unused = thread.schedule(this::next, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    }
    ActionLoader.Source source = first.next();
    first.remove();
    return source;
  }

  private synchronized void done() {
    compiled++;
    if (!closed) {
      thread.execute(this::next);
    }
  }

  /** How many there are and were. */
  synchronized Use use() {
    return new Use(waiting.size(), compiled, refused);
  }

  /** Forgets all; what is being compiled is compiled to its end. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    thread.shutdownNow();
  }
}
