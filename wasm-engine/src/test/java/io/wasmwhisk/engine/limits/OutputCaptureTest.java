// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputCaptureTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final MemoryAccount account = new MemoryBudget(1 << 20).open("", 0);
  private final OutputCapture capture = new OutputCapture(CLOCK, account, 10, 20);

  @Test
  void theLastLineOfStdoutIsNoLog() throws IOException {
    write(capture.stdout(), "one\ntwo\n{}\n");

    assertThat(lastLine()).isEqualTo("{}");
    assertThat(texts(capture.logs(false))).containsExactly("one", "two");
  }

  @Test
  void theLastLineIsALogWhenItIsNoResult() throws IOException {
    write(capture.stdout(), "one\ntwo");

    assertThat(texts(capture.logs(true))).containsExactly("one", "two");
  }

  @Test
  void linesKeepTheirOrderAcrossStreams() throws IOException {
    write(capture.stdout(), "a\n");
    write(capture.stderr(), "b\n");
    write(capture.stdout(), "c\n{}");

    assertThat(capture.logs(false))
        .containsExactly(
            new LogLine(NOW, StandardStream.STDOUT, "a"),
            new LogLine(NOW, StandardStream.STDERR, "b"),
            new LogLine(NOW, StandardStream.STDOUT, "c"));
  }

  @Test
  void timesNeverGoBackWhereTheClockDoes() throws IOException {
    Iterator<Instant> times = List.of(NOW, NOW.minusSeconds(5), NOW.plusSeconds(1)).iterator();
    OutputCapture late = new OutputCapture(new ClockOf(times), account, 10, 20);
    write(late.stderr(), "a\nb\nc\n");

    assertThat(late.logs(true))
        .extracting(LogLine::time)
        .containsExactly(NOW, NOW, NOW.plusSeconds(1));
  }

  @Test
  void blankLinesAfterTheResultDoNotHideIt() throws IOException {
    write(capture.stdout(), "{}\n \r\n\n");

    assertThat(lastLine()).isEqualTo("{}");
  }

  @Test
  void aLineMayArriveInPieces() throws IOException {
    write(capture.stdout(), "he");
    write(capture.stdout(), "llo\n{");
    write(capture.stdout(), "}");

    assertThat(lastLine()).isEqualTo("{}");
    assertThat(texts(capture.logs(false))).containsExactly("hello");
  }

  @Test
  void nothingWasWritten() {
    assertThat(capture.lastLine()).isNull();
    assertThat(capture.logs(true)).isEmpty();
  }

  @Test
  void windowsLineEndsAreLineEnds() throws IOException {
    write(capture.stderr(), "a\r\nb\r\n");

    assertThat(texts(capture.logs(true))).containsExactly("a", "b");
  }

  @Test
  void bytesThatAreNoUtf8AreReplaced() throws IOException {
    capture.stderr().write(new byte[] {'a', (byte) 0xff, '\n'});

    assertThat(texts(capture.logs(true))).containsExactly("a\ufffd");
  }

  @Test
  void atTheLogLimitNothingIsLost() throws IOException {
    write(capture.stderr(), "12345\n67890\n");

    assertThat(texts(capture.logs(true))).containsExactly("12345", "67890");
    assertThat(capture.truncated()).isFalse();
  }

  @Test
  void onePastTheLogLimitIsCut() throws IOException {
    write(capture.stderr(), "12345\n678901\n");

    assertThat(texts(capture.logs(true))).containsExactly("12345", "67890");
    assertThat(capture.truncated()).isTrue();
  }

  @Test
  void pastTheLogLimitLinesAreDroppedAndTheResultIsNot() throws IOException {
    write(capture.stdout(), "1234567890\nmore\nand more\n{\"kept\":true}\n");

    assertThat(lastLine()).isEqualTo("{\"kept\":true}");
    assertThat(texts(capture.logs(false))).containsExactly("1234567890");
    assertThat(capture.truncated()).isTrue();
  }

  @Test
  void aThousandEmptyLinesAreKept() throws IOException {
    write(capture.stderr(), "\n".repeat(1_000));

    assertThat(capture.logs(true)).hasSize(1_000);
    assertThat(capture.truncated()).isFalse();
  }

  @Test
  void oneEmptyLineMoreIsDropped() throws IOException {
    write(capture.stderr(), "\n".repeat(1_001));
    write(capture.stdout(), "{}\n");

    assertThat(lastLine()).isEqualTo("{}");
    assertThat(capture.logs(false)).hasSize(1_000);
    assertThat(capture.truncated()).isTrue();
  }

  @Test
  void aLargerLogHasOneLineForEvery64Bytes() throws IOException {
    OutputCapture larger = new OutputCapture(CLOCK, account, 64 * 2_000, 20);
    write(larger.stdout(), "a\n".repeat(2_002));

    assertThat(larger.logs(false)).hasSize(2_000);
    assertThat(larger.truncated()).isTrue();
  }

  @Test
  void aResultPastItsLimitIsCountedAndNotKept() throws IOException {
    for (int i = 0; i < 1000; i++) {
      write(capture.stdout(), "0123456789");
    }

    CapturedLine line = capture.lastLine();
    assertThat(line).isNotNull();
    assertThat(line.length()).isEqualTo(10_000);
    assertThat(line.text(Long.MAX_VALUE)).hasSize(20);
  }

  @Test
  void linesThatTheBudgetRefusesAreDroppedAndTheGuestGoesOn() throws IOException {
    MemoryBudget small = new MemoryBudget(100_000);
    OutputCapture flooded = new OutputCapture(CLOCK, small.open("", 0), 1_000_000, 20);
    write(flooded.stderr(), "0123456789\n".repeat(10_000));

    assertThat(flooded.truncated()).isTrue();
    assertThat(flooded.logs(true)).hasSizeBetween(200, 75_000 / CapturedLine.LINE_COST);
    assertThat(small.use().used()).isLessThanOrEqualTo(75_000);
  }

  @Test
  void aLineThatTheBudgetRefusesIsNoWholeResult() throws IOException {
    MemoryBudget small = new MemoryBudget(100_000);
    OutputCapture flooded = new OutputCapture(CLOCK, small.open("", 0), 10, 1_000_000);
    for (int i = 0; i < 1_000; i++) {
      write(flooded.stdout(), "0123456789".repeat(10));
    }

    CapturedLine line = flooded.lastLine();
    assertThat(line).isNotNull();
    assertThat(line.length()).isEqualTo(100_000);
    assertThat(line.whole()).isFalse();
    assertThat(flooded.truncated()).isFalse();
  }

  @Test
  void aLineWithoutRoomForItselfIsLostButSeen() throws IOException {
    MemoryAccount closed = new MemoryBudget(1).open("", 0);
    OutputCapture poor = new OutputCapture(CLOCK, closed, 10, 20);
    write(poor.stdout(), "{}\n");

    CapturedLine line = poor.lastLine();
    assertThat(line).isNotNull();
    assertThat(line.length()).isEqualTo(2);
    assertThat(line.whole()).isFalse();
    assertThat(poor.logs(true)).isEmpty();
    assertThat(poor.truncated()).isTrue();
  }

  @Test
  void whatIsDroppedIsGivenBack() throws IOException {
    MemoryBudget plenty = new MemoryBudget(1 << 30);
    OutputCapture flooded = new OutputCapture(CLOCK, plenty.open("", 0), 10_000, 20);
    write(flooded.stderr(), ("x".repeat(1 << 20) + "\n").repeat(10));

    assertThat(plenty.use().used()).isLessThan(100_000);
  }

  private String lastLine() {
    CapturedLine line = capture.lastLine();
    assertThat(line).isNotNull();
    return line.text(Long.MAX_VALUE);
  }

  private static void write(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(UTF_8));
  }

  private static List<String> texts(List<LogLine> lines) {
    return lines.stream().map(LogLine::text).toList();
  }

  private static final class ClockOf extends Clock {
    private final Iterator<Instant> times;

    ClockOf(Iterator<Instant> times) {
      this.times = times;
    }

    @Override
    public Instant instant() {
      return times.next();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
