// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.engine.Activation;
import io.wasmwhisk.engine.Capabilities;
import io.wasmwhisk.engine.Command;
import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.DirectoryGrant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What instances take while they run: guests that all wait for their input. */
final class LiveInstances {
  private static final long MEMORY_BYTES = 256L << 20;
  private static final int PATIENCE_SECONDS = 60;

  private final CompiledModule module;
  private final Work work;

  LiveInstances(CompiledModule module, Work work) {
    this.module = module;
    this.work = work;
  }

  /**
   * The heap of one, in bytes: what is alive with so many, less what is without, for each.
   *
   * @throws IOException when they do not all ask for their input
   */
  long heapOfEach(int instances) throws IOException, InterruptedException {
    long before = aliveBytes();
    CountDownLatch asking = new CountDownLatch(instances);
    CountDownLatch answered = new CountDownLatch(1);
    List<Activation> activations = new ArrayList<>();
    try {
      for (int i = 0; i < instances; i++) {
        activations.add(module.start(command(new LateInput(asking, answered))));
      }
      if (!asking.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(
            "%d of %d instances do not ask for their input"
                .formatted(asking.getCount(), instances));
      }
      return Math.max(0, aliveBytes() - before) / instances;
    } finally {
      answered.countDown();
      end(activations);
    }
  }

  private Command command(InputStream stdin) {
    Capabilities files =
        new Capabilities(
            work.directory().stream()
                .map(directory -> new DirectoryGrant("/", directory, false))
                .toList(),
            Optional.empty());
    return new Command(
        Stream.concat(Stream.of(work.name()), work.allArguments().stream()).toList(),
        Map.of(),
        new Command.Streams(
            stdin, OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
        Optional.empty(),
        MEMORY_BYTES,
        files);
  }

  private static void end(List<Activation> activations) throws InterruptedException {
    for (Activation activation : activations) {
      try {
        activation.completion().get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the engine failed: " + e.getCause(), e);
      }
    }
  }

  /** After full collections: the second one finds what the first one's references let go. */
  private static long aliveBytes() {
    ManagementFactory.getMemoryMXBean().gc();
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Tells when it is asked, and answers when all were. */
  private final class LateInput extends InputStream {
    private final CountDownLatch asking;
    private final CountDownLatch answered;
    private final InputStream input = new ByteArrayInputStream(work.input().getBytes(UTF_8));
    private boolean asked;

    LateInput(CountDownLatch asking, CountDownLatch answered) {
      this.asking = asking;
      this.answered = answered;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!asked) {
        asked = true;
        asking.countDown();
      }
      try {
        answered.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the guest waited for its input", e);
      }
      return input.read(target, offset, length);
    }
  }
}
