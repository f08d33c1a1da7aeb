// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** One call again and again, as a {@link Request} wants it. */
public final class Repeated {
  /** One call, whose output it has checked. */
  public interface Call {
    /**
     * Calls.
     *
     * @throws IOException when the output is wrong, or there is none
     */
    void run() throws IOException, InterruptedException;
  }

  private final Call call;

  /** Repeats this. */
  public Repeated(Call call) {
    this.call = call;
  }

  /** On the request's threads. */
  public Samples calls(Request.Calls request) throws IOException, InterruptedException {
    Recorder whole = new Recorder();
    List<Future<Recorder>> threads = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(request.threads())) {
      for (int i = 0; i < request.threads(); i++) {
        threads.add(executor.submit(() -> onThisThread(request)));
      }
    }
    for (Future<Recorder> thread : threads) {
      try {
        whole.addAll(thread.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
      }
    }
    return whole.samples();
  }

  private Recorder onThisThread(Request.Calls request) throws IOException, InterruptedException {
    Recorder recorder = new Recorder();
    long end = System.nanoTime() + request.time().toNanos();
    while (recorder.count() < Request.MOST_CALLS && System.nanoTime() - end < 0) {
      if (request.pause().isPositive()) {
        LockSupport.parkNanos(request.pause().toNanos());
      }
      timed(recorder);
    }
    return recorder;
  }

  /** So many calls, on this thread. */
  public Samples times(int calls) throws IOException, InterruptedException {
    Recorder recorder = new Recorder();
    for (int i = 0; i < calls; i++) {
      timed(recorder);
    }
    return recorder.samples();
  }

  private void timed(Recorder recorder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    call.run();
    recorder.add(System.nanoTime() - start);
  }

  /** The calls after a compilation. */
  public Answer course(Request.Course request, long compileNanos)
      throws IOException, InterruptedException {
    CourseLog log = new CourseLog(request);
    while (log.goesOn()) {
      log.starts();
      call.run();
      log.ends();
    }
    return log.answer(compileNanos);
  }
}
