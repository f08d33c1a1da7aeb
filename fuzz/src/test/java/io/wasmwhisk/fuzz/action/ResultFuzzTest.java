// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.abi.ActionOutput;
import io.wasmwhisk.engine.limits.OutputCapture;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonParser;
import spray.json.ParserInput;

/**
 * Whatever an action writes is read without a failure, and what is called a result is one to the
 * parser of OpenWhisk, too.
 */
class ResultFuzzTest {
  private static final long HEAP = 100 << 20;
  private static final long LOG_BYTES = 10_000;
  private static final long RESULT_BYTES = 2_000;
  private static final long PREFIX_BYTES = 100;

  static Stream<byte[]> seeds() {
    return Texts.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void aResultIsOneToOpenWhisk(byte[] written) throws IOException {
    MemoryAccount account = new MemoryBudget(HEAP).open("fuzz", HEAP);
    OutputCapture output = new OutputCapture(Clock.systemUTC(), account, LOG_BYTES, RESULT_BYTES);
    output.stdout().write(written, 0, written.length);
    ActionOutput result = ActionOutput.of(output.lastLine(), RESULT_BYTES, PREFIX_BYTES);
    switch (result) {
      case ActionOutput.Json json -> requireResult(json.json());
      case ActionOutput.TooLarge large -> {
        assertThat(large.length()).isGreaterThan(RESULT_BYTES);
        assertThat(large.prefix().length()).isLessThanOrEqualTo((int) PREFIX_BYTES);
      }
      case ActionOutput.Lost lost -> throw new AssertionError("there was memory to keep it");
      case ActionOutput.Bad bad -> {
        assertThat(bad.reason()).isNotBlank();
        assertThat(bad.line().length()).isLessThanOrEqualTo(ActionOutput.SHOWN_BYTES);
      }
    }
    output.logs(true).forEach(line -> assertThat(line.text()).doesNotContain("\n"));
    account.close();
  }

  private static void requireResult(String json) {
    JsValue value = new JsonParser(ParserInput.apply(json)).parseJsValue();
    assertThat(value).isInstanceOfAny(JsObject.class, JsArray.class);
    String printed = value.compactPrint();
    assertThat(new JsonParser(ParserInput.apply(printed)).parseJsValue()).isEqualTo(value);
    assertThat(printed.getBytes(UTF_8)).isNotEmpty();
  }
}
