// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModuleCacheTest {
  private final ModuleCache<String> cache = new ModuleCache<>(10 * 1024, text -> 4 * 1024L);

  @Test
  void theHashIsSha256InHex() {
    assertThat(ContentHash.of(new byte[0]).sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void compilesOnce() throws InvalidModuleException {
    assertThat(cache.get(hash(1), () -> "first"))
        .isEqualTo(new ModuleCache.Found<>("first", false));
    assertThat(cache.get(hash(1), () -> "second"))
        .isEqualTo(new ModuleCache.Found<>("first", true));
  }

  @Test
  void concurrentCallersShareOneCompilation() throws Exception {
    AtomicInteger compilations = new AtomicInteger();
    CountDownLatch compiling = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newCachedThreadPool()) {
      List<Future<ModuleCache.Found<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            callers.submit(
                () ->
                    cache.get(
                        hash(1),
                        () -> {
                          compilations.incrementAndGet();
                          compiling.countDown();
                          await(released);
                          return "module";
                        })));
      }
      compiling.await();
      released.countDown();
      int cached = 0;
      for (Future<ModuleCache.Found<String>> answer : answers) {
        assertThat(answer.get().module()).isEqualTo("module");
        cached += answer.get().cached() ? 1 : 0;
      }
      assertThat(cached).isEqualTo(7);
    }
    assertThat(compilations).hasValue(1);
    assertThat(cache.use()).isEqualTo(new CacheUse(7, 1, 0, 0, 1, 5 * 1024));
  }

  @Test
  void aFailureIsNotKept() throws InvalidModuleException {
    assertThatThrownBy(
            () ->
                cache.get(
                    hash(1),
                    () -> {
                      throw new InvalidModuleException("no module");
                    }))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage("no module");
    assertThat(cache.get(hash(1), () -> "module").module()).isEqualTo("module");
    assertThat(cache.use()).isEqualTo(new CacheUse(0, 2, 1, 0, 1, 5 * 1024));
  }

  @Test
  void theSumOfWeightsIsBounded() throws InvalidModuleException {
    for (int i = 0; i < 100; i++) {
      cache.get(hash(i), () -> "module");
    }
    assertThat(cache.use()).isEqualTo(new CacheUse(0, 100, 0, 98, 2, 10 * 1024));
  }

  private static ContentHash hash(int number) {
    return ContentHash.of(new byte[] {(byte) number});
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
