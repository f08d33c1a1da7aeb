// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompileAheadTest {
  private static final int MOST = 4;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final AtomicBoolean idle = new AtomicBoolean();
  private final List<String> compiled = new ArrayList<>();
  private final CompileAhead ahead = new CompileAhead(MOST, idle::get, this::compile, thread);

  private void compile(ActionLoader.Source source) {
    compiled.add(source.text());
  }

  @AfterEach
  void stop() {
    ahead.close();
  }

  private void store(String namespace, String action, String text) {
    ahead.stored(action, new ActionLoader.Source(namespace, text, false, "main"));
  }

  /** What waits is compiled; then a last piece of code is, too. */
  private List<String> compiledWhenIdle() throws InterruptedException {
    idle.set(true);
    CountDownLatch done = new CountDownLatch(1);
    while (ahead.use().waiting() > 0) {
      Thread.onSpinWait();
    }
    thread.execute(done::countDown);
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    return compiled;
  }

  @Test
  void nothingIsBegunWhileGuestsWantAllProcessors() throws Exception {
    store("a", "one", "1");
    CountDownLatch looked = new CountDownLatch(1);
    thread.execute(looked::countDown);
    assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(ahead.use()).isEqualTo(new CompileAhead.Use(1, 0, 0));
    assertThat(compiledWhenIdle()).containsExactly("1");
    assertThat(ahead.use()).isEqualTo(new CompileAhead.Use(0, 1, 0));
  }

  @Test
  void whatIsStoredAgainTakesTheOldOnesPlace() throws Exception {
    store("a", "one", "1");
    store("a", "one", "2");

    assertThat(compiledWhenIdle()).containsExactly("2");
  }

  @Test
  void whatIsDeletedIsForgotten() throws Exception {
    store("a", "one", "1");
    store("a", "two", "2");
    ahead.removed("a", "one");

    assertThat(compiledWhenIdle()).containsExactly("2");
  }

  @Test
  void aFloodIsBoundedAndLeavesRoomForOthers() throws Exception {
    store("a", "one", "1");
    store("a", "two", "2");
    store("a", "three", "3");
    assertThat(ahead.use()).isEqualTo(new CompileAhead.Use(2, 0, 1));
    store("b", "one", "4");
    store("c", "one", "5");
    assertThat(ahead.use()).isEqualTo(new CompileAhead.Use(MOST, 0, 1));
    store("d", "one", "6");

    assertThat(ahead.use()).isEqualTo(new CompileAhead.Use(MOST, 0, 2));
    assertThat(compiledWhenIdle()).containsExactly("1", "2", "4", "5");
  }

  @Test
  void noneIsCompiledWhereNoneMayWait() {
    CompileAhead none = new CompileAhead(0, () -> true, this::compile, thread);

    none.stored("one", new ActionLoader.Source("a", "1", false, "main"));

    assertThat(none.use()).isEqualTo(new CompileAhead.Use(0, 0, 0));
  }

  @Test
  void nothingIsBegunAfterTheEnd() {
    store("a", "one", "1");
    ahead.close();
    store("a", "two", "2");

    assertThat(ahead.use()).isEqualTo(new CompileAhead.Use(0, 0, 0));
  }
}
