// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spray.json.JsObject;

class ParametersTest {
  private static final JsonText JSON = new JsonText(10);

  @Test
  void theCallersArgumentsWin() {
    Parameters bound = read("[{\"key\":\"a\",\"value\":1},{\"key\":\"b\",\"value\":2}]");
    JsObject payload = Json.asObject(JSON.parse("{\"b\":3,\"c\":4}"));
    assertThat(bound.mergedWith(payload).compactPrint()).isEqualTo("{\"a\":1,\"b\":3,\"c\":4}");
  }

  @Test
  void oneOfManyIsRemovedAndTheOrderStays() {
    Parameters five =
        Parameters.NONE
            .with("one", Json.of(1))
            .with("two", Json.of(2))
            .with("three", Json.of(3))
            .with("four", Json.of(4))
            .with("five", Json.of(5));
    String without = five.toJson().compactPrint().replace("{\"key\":\"two\",\"value\":2},", "");
    assertThat(five.without("two").toJson().compactPrint()).isEqualTo(without);
    assertThat(five.without("six")).isEqualTo(five);
  }

  @Test
  void sizeCountsKeysAndPrintedValuesInBytes() {
    assertThat(read("[{\"key\":\"ä\",\"value\":\"❄\"}]").size()).isEqualTo(2 + 5);
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "false,false",
    "0,false",
    "-1,true",
    "'\"\"',false",
    "'\"no\"',true",
    "null,false",
    "[],true",
    "{},true"
  })
  void truthIsAsInOpenWhisk(String value, boolean truth) {
    Parameters parameters = Parameters.NONE.with("p", JSON.parse(value));
    assertThat(parameters.isTruthy("p", !truth)).isEqualTo(truth);
    assertThat(parameters.isTruthy("absent", truth)).isEqualTo(truth);
  }

  private static Parameters read(String json) {
    return Parameters.fromJson(JSON.parse(json));
  }
}
