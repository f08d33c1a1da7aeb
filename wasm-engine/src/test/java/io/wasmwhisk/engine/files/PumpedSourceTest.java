// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PumpedSourceTest {

  private static String readAll(ByteSource source) throws Exception {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[1000];
    for (int n = source.read(buffer, 3, 900); n >= 0; n = source.read(buffer, 3, 900)) {
      text.append(new String(buffer, 3, n, UTF_8));
    }
    return text.toString();
  }

  @Test
  void everythingArrivesAndThenTheEnd() throws Exception {
    String text = "0123456789".repeat(5_000);
    ByteSource source = ByteSource.pumping(new ByteArrayInputStream(text.getBytes(UTF_8)));
    assertThat(readAll(source)).isEqualTo(text);
    assertThat(source.read(new byte[1], 0, 1)).isEqualTo(ByteSource.END);
    assertThat(source.available()).isEqualTo(ByteSource.END);
  }

  @Test
  void nothingIsReadBeforeItIsAskedFor() {
    ByteSource.pumping(
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read too early");
          }
        });
  }

  @Test
  void waitingEndsWithTheFirstByte() throws Exception {
    try (PipedOutputStream out = new PipedOutputStream()) {
      ByteSource source = ByteSource.pumping(new PipedInputStream(out));
      assertThat(source.available()).isZero();
      source.await(1_000_000);
      assertThat(source.available()).isZero();
      out.write("abc".getBytes(UTF_8));
      out.flush();
      source.await(Long.MAX_VALUE);
      assertThat(source.available()).isEqualTo(3);
      byte[] buffer = new byte[2];
      assertThat(source.read(buffer, 0, 2)).isEqualTo(2);
      assertThat(source.available()).isEqualTo(1);
    }
  }

  @Test
  void aWaitingReaderCanBeInterrupted() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(1);
    try (PipedOutputStream out = new PipedOutputStream()) {
      ByteSource source = ByteSource.pumping(new PipedInputStream(out));
      Thread reader =
          new Thread(
              () -> {
                started.countDown();
                try {
                  source.read(new byte[1], 0, 1);
                } catch (InterruptedException | IOException e) {
                  end.complete(e);
                }
              });
      reader.start();
      started.await();
      reader.interrupt();
      assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void aFailureIsToldOnceAndThenItEnds() throws Exception {
    ByteSource source =
        ByteSource.pumping(
            new InputStream() {
              private int left = 2;

              @Override
              public int read() throws IOException {
                if (left == 0) {
                  throw new IOException("gone");
                }
                left--;
                return 'x';
              }
            });
    byte[] buffer = new byte[10];
    assertThat(source.read(buffer, 0, 10)).isEqualTo(2);
    assertThatThrownBy(() -> source.read(buffer, 0, 10))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(source.read(buffer, 0, 10)).isEqualTo(ByteSource.END);
  }
}
