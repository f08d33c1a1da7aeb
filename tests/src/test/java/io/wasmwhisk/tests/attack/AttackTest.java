// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import org.junit.jupiter.api.Test;

/**
 * A few attacks of every kind, on each engine; all of them are {@code ./wasmwhisk bench attack}.
 * They are given more time after their deadlines than there, for a machine that does other things
 * too.
 */
class AttackTest {
  /** What an engine is to withstand. */
  private static final String ENGINES =
      "spin-cold,start-loop,grow-steps,read-outside,host-pointers,flood-memory,flood-traps";

  /** What what is around it is to withstand. */
  private static final String HOSTS = "sleep,zip-bomb,result,files-bytes,files-paths,files-links";

  @Test
  void noAttackDoesHarmOnGraalWasm() throws Exception {
    requireNoHarm("graalwasm", ENGINES + "," + HOSTS, 13);
  }

  @Test
  void noAttackDoesHarmOnEndive() throws Exception {
    requireNoHarm("endive", ENGINES, 7);
  }

  private static void requireNoHarm(String engine, String attacks, int count) throws Exception {
    Ended ended =
        Tool.wasmwhisk()
            .and("bench", "attack", "--calm", "200ms", "--late", "1s", "--slow", "10s")
            .run("--engine", engine, "--only", attacks);

    assertThat(ended.out())
        .startsWith("The server runs guests on %s.\n".formatted(engine))
        .doesNotContain("FAILED")
        .contains("%d did no harm, 0 did.".formatted(count));
    assertThat(ended.code()).isZero();
  }

  @Test
  void allAreListed() throws Exception {
    Ended ended = Tool.wasmwhisk().run("bench", "attack", "--list");

    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines())
        .hasSizeGreaterThan(60)
        .anyMatch(line -> line.startsWith("spin "));
  }

  @Test
  void anUnknownAttackIsWrongUsage() throws Exception {
    assertThat(Tool.wasmwhisk().run("bench", "attack", "--only", "nothing"))
        .isEqualTo(
            new Ended(2, "", "wasmwhisk: There is no attack nothing. --list names them all.\n"));
  }

  @Test
  void anotherMachineIsNotAttackedUnasked() throws Exception {
    assertThat(
            Tool.wasmwhisk()
                .run("bench", "attack", "--apihost", "http://192.0.2.1:1", "--auth", "a:b"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "wasmwhisk: http://192.0.2.1:1 is on another machine. --yes attacks it all the"
                    + " same; ask its owner first.\n"));
  }
}
