// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivationsTest {
  private static final Activations THREE =
      new Activations(
          List.of(
              new Activation(2_000_000, 10_000_000, 4, 3, 9, Optional.empty()),
              new Activation(1_000_000, 2_000_000, 1, Activation.NONE, 2, Optional.empty()),
              new Activation(
                  3_000_000,
                  1_000,
                  Activation.NONE,
                  Activation.NONE,
                  Activation.NONE,
                  Optional.of("lost"))));

  @Test
  void statisticsAreOfTheRightOnes() {
    assertThat(THREE.count()).isEqualTo(3);
    assertThat(THREE.wrong()).isEqualTo(1);
    assertThat(THREE.complaints()).containsExactly("lost");
    assertThat(THREE.times()).isEqualTo(new Spread(2, 6, 2, 10, 10, 4.0 / 6));
    assertThat(THREE.waits().mean()).isEqualTo(2.5);
    assertThat(THREE.inits()).isEqualTo(new Spread(1, 3, 3, 3, 3, 0));
    assertThat(THREE.starts()).isEqualTo(new Spread(1, 7, 7, 7, 7, 0));
    assertThat(THREE.durations().p50()).isEqualTo(2);
    assertThat(THREE.filter(Activation::isCold).count()).isEqualTo(1);
    assertThat(Activations.joined(Stream.of(THREE, THREE)).count()).isEqualTo(6);
  }

  @Test
  void withoutAnyThereIsNoFigure() {
    Activations none = new Activations(List.of());

    assertThat(none.times().count()).isZero();
    assertThat(Figures.number(none.times().p50())).isEqualTo("-");
    assertThat(Figures.ratio(none.times().variation())).isEqualTo("-");
  }

  @Test
  void everyCallIsWritten() throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      THREE.write(json, 1_000_000);
    }

    assertThat(text.toString())
        .isEqualTo(
            "{\"count\":3,\"wrong\":1,"
                + "\"endToEnd\":{\"count\":2,\"mean\":6.0,\"p50\":2.0,\"p99\":10.0,\"max\":10.0,"
                + "\"cv\":0.6666666666666666},"
                + "\"waitTime\":{\"count\":2,\"mean\":2.5,\"p50\":1.0,\"p99\":4.0,\"max\":4.0,\"cv\":0.6},"
                + "\"initTime\":{\"count\":1,\"mean\":3.0,\"p50\":3.0,\"p99\":3.0,\"max\":3.0,\"cv\":0.0},"
                + "\"duration\":{\"count\":2,\"mean\":5.5,\"p50\":2.0,\"p99\":9.0,\"max\":9.0,"
                + "\"cv\":0.6363636363636364},"
                + "\"coldStart\":{\"count\":1,\"mean\":7.0,\"p50\":7.0,\"p99\":7.0,\"max\":7.0,\"cv\":0.0},"
                + "\"calls\":[[1000,10000,4,3,9],[0,2000,1,-1,2],[2000,1,-1,-1,-1,\"lost\"]]}");
  }

  @Test
  void whatWasWrongIsPrinted() {
    StringWriter text = new StringWriter();

    Figures.printComplaints(new PrintWriter(text, true), THREE);

    assertThat(text.toString()).isEqualToIgnoringNewLines("  WRONG: 1 of 3 calls\n    lost\n");
  }
}
