// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.action;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.stream.Stream;

/** What actions write, oddly. */
final class Texts {
  private Texts() {}

  static Stream<byte[]> seeds() {
    return Stream.of(
            "{\"a\":1}",
            "log\n{\"a\":[1,2.5,-0,1e5,1E-400,12345678901234567890123]}\r\n",
            "[]\n\n",
            "{\"\\ud83d\\ude00\":\"\\ud800\"}",
            "{\"\\u0000\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
            "{\"a\":1,\"a\":2}",
            "[".repeat(256) + "]".repeat(256),
            "{\"a\":".repeat(256) + "1" + "}".repeat(256),
            "[".repeat(257) + "]".repeat(257),
            "{\"a\":true,\"b\":false,\"c\":null} ",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{'a':1}",
            "{\"a\":1}{",
            "/**/{}",
            "\u00ef\u00bb\u00bf{}",
            "{\"a\":\"\u00c3\u00a9\u00ff\"}",
            "{\"a\":1e999999999}",
            "{\"a\":1e9999999999999999}",
            "\u00a0{}\u0085\f\u000b")
        .map(text -> text.getBytes(ISO_8859_1));
  }
}
