// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.cli.json.JsonMembers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleTest {
  private static final Role HELLO = role("hello");
  private static final Role TRAP = role("trap");

  @Test
  void theRightAnswerIsNoComplaint() {
    assertThat(HELLO.complaint("{\"name\":\"n1\"}", record("success", greeting("n1")))).isEmpty();
  }

  @Test
  void theAnswerToAnotherCallIsWrong() {
    assertThat(HELLO.complaint("{\"name\":\"n1\"}", record("success", greeting("n2"))))
        .isEqualTo(Optional.of("a wrong result: {\"greeting\":\"Hello, n2!\"}"));
  }

  @Test
  void anotherEndIsWrong() {
    String error = "{\"error\":\"The action exhausted its memory and was aborted.\"}";

    assertThat(HELLO.complaint("{\"name\":\"n1\"}", record("action developer error", error)))
        .isEqualTo(Optional.of("out of memory: The action exhausted its memory and was aborted."));
    assertThat(TRAP.complaint("{}", record("success", "{}")))
        .isEqualTo(Optional.of("answered: {}"));
  }

  @Test
  void itsOwnFailureIsRight() {
    String error =
        "{\"error\":\"The action did not produce a valid response and exited unexpectedly.\"}";

    assertThat(TRAP.complaint("{}", record("action developer error", error))).isEmpty();
  }

  private static Role role(String name) {
    return Roles.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static String greeting(String name) {
    return "{\"greeting\":\"Hello, %s!\"}".formatted(name);
  }

  private static JsonMembers record(String status, String result) {
    return JsonMembers.of(
        "{\"response\":{\"status\":\"%s\",\"result\":%s}}".formatted(status, result));
  }
}
