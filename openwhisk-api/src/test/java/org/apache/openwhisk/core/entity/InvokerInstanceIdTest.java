// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import scala.Some;

class InvokerInstanceIdTest {
  private static final InvokerInstanceId INVOKER =
      InvokerInstanceId.apply(
          3,
          new Some<>("u"),
          new Some<>("d"),
          ByteSize.fromString("1 MB"),
          new Some<>(ByteSize.fromString("1024 KB")),
          ScalaValues.vector(List.of("t")),
          ScalaValues.vector(List.of()));
  private static final String JSON =
      "{\"busyMemory\":\"1024 KB\",\"dedicatedNamespaces\":[],\"displayedName\":\"d\","
          + "\"instance\":3,\"instanceType\":\"invoker\",\"tags\":[\"t\"],\"uniqueName\":\"u\","
          + "\"userMemory\":\"1 MB\"}";

  @Test
  void jsonIsWrittenAndRead() {
    assertThat(INVOKER.serialize()).isEqualTo(JSON);
    assertThat(InvokerInstanceId.parse(JSON).get()).isEqualTo(INVOKER);
    assertThat(InvokerInstanceId.parse("{}").failed().get())
        .hasMessage("Object is missing required member 'instance'");
    assertThat(InvokerInstanceId.parse(JSON.replace("\"invoker\"", "\"other\"")).failed().get())
        .hasMessage("could not read InvokerInstanceId");
  }

  @Test
  void namesAreJoined() {
    assertThat(INVOKER).hasToString("invoker3/u/d");
    assertThat(INVOKER.source()).isEqualTo("invoker3");
  }

  @Test
  void namesHaveFewCharacters() {
    INVOKER.validate("a.b_c-0");
    assertThatThrownBy(() -> INVOKER.validate("a/b"))
        .hasMessage("requirement failed: invoker instance id contains invalid characters");
    INVOKER.validate("a".repeat(128));
    assertThatThrownBy(() -> INVOKER.validate("a".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
