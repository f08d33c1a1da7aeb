// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryCodeTest {

  @ParameterizedTest
  @CsvSource({
    "AAAA,true",
    "'AAAA\n',true",
    "AAA=,true",
    "AA==,true",
    "A===,false",
    "AAA,false",
    "'',false",
    "====,false",
    "AA=A,false",
    "AAA-,false",
    "(module),false",
    "abcdefgh,true"
  })
  void base64InWholeGroupsIsBinary(String code, boolean binary) {
    assertThat(BinaryCode.test(code)).isEqualTo(binary);
  }
}
