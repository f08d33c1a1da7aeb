// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final long MILLI = 1_000_000;

  private static Samples millis(long... values) {
    return Samples.of(0, 0, Arrays.stream(values).map(each -> each * MILLI).toArray());
  }

  private static Course course(long... walls) {
    return new Course(MILLI, millis(walls), Optional.empty(), walls.length);
  }

  @Test
  void thePeakIsOfTheLastTen() {
    long[] walls =
        LongStream.concat(LongStream.of(900, 800), LongStream.rangeClosed(1, 10)).toArray();
    Course course = course(walls);

    assertThat(course.peak().count()).isEqualTo(10);
    assertThat(course.peak().median()).isEqualTo(5.0 * MILLI);
    assertThat(course.wallMillis(1)).isEqualTo(900);
    assertThat(course.sumMillis(3)).isEqualTo(1_701);
  }

  @Test
  void whatWasNotReachedIsNoNumber() {
    Course course = course(7, 8);

    assertThat(course.wallMillis(2)).isEqualTo(8);
    assertThat(course.wallMillis(3)).isNaN();
    assertThat(course.sumMillis(3)).isNaN();
    assertThat(course.cpuMillis(1)).isNaN();
    assertThat(course.peakCpuMillis()).isNaN();
  }

  @Test
  void anAnswerWithoutActivationsIsNone() {
    assertThat(Course.of(new Answer(Map.of()))).isEmpty();
    assertThat(Course.of(new Answer(Map.of("activations", Samples.of(0, 0))))).isEmpty();
  }

  @Test
  void meansAreGeometricAndOfHeavyProgramsThatBothRan() {
    List<CpuResult> results =
        List.of(
            result("nop", course(1_000), course(1)),
            result("nbody", course(400, 200), course(100, 100)),
            result("prime", course(100, 50), course(100, 100)));

    Overall overall = Overall.of(results, "ours", "native");

    assertThat(overall.programs()).isEqualTo(2);
    assertThat(overall.first()).isCloseTo(2, within(1e-9));
    assertThat(overall.words())
        .isEqualTo(
            "ours over native's peak, geometric mean of 2 programs: activation #1 2.00, peak 1.00");
  }

  /** The median of two is the first of them in order. */
  private static CpuResult result(String name, Course ours, Course other) {
    Program program =
        Program.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return new CpuResult(program, List.of(score("ours", ours), score("native", other)));
  }

  private static CpuScore score(String contender, Course course) {
    return new CpuScore(contender, false, "", Optional.of(course), Optional.empty());
  }
}
