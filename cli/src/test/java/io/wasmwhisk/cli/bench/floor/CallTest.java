// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.rest.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final String RECORD =
      """
      {"duration": 5, "response": {"status": "%s", "result": {}},
       "annotations": [{"key": "path", "value": "guest/hello"}, {"key": "waitTime", "value": 31}%s]}
      """;

  @Test
  void aCallHasTheTimesOfItsRecord() throws IOException {
    Reply reply =
        new Reply(200, RECORD.formatted("success", ",{\"key\":\"initTime\",\"value\":0}"));

    assertThat(Call.of(reply, 7)).isEqualTo(new Call(7, 31, 0, 5));
    assertThat(Call.of(reply, 7).isCold()).isTrue();
  }

  @Test
  void aCallWithoutInitTimeIsWarm() throws IOException {
    assertThat(Call.of(new Reply(200, RECORD.formatted("success", "")), 7).isCold()).isFalse();
  }

  @Test
  void aFailureIsNoCall() {
    assertThatThrownBy(() -> Call.of(new Reply(502, "{\"error\":\"no\"}"), 7))
        .isInstanceOf(IOException.class)
        .hasMessage("a call was answered with status 502: {\"error\":\"no\"}");
    assertThatThrownBy(() -> Call.of(new Reply(200, RECORD.formatted("application error", "")), 7))
        .isInstanceOf(IOException.class);
  }
}
