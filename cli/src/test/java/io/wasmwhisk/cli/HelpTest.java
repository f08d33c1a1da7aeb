// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --help} says of a command's ends. */
class HelpTest {
  @ParameterizedTest
  @CsvSource({
    "run, '13   the guest gave no result: its last line is no JSON object or array'",
    "bench, '2   wrong usage'",
    "bench all, '32   a measured figure exceeds its bound'",
    "bench attack, '31   an attack did harm, or a row could not be measured'",
    "bench cold, '33   a guest could not run to its end, or its output was wrong'",
    "bench concurrency, '20   the server does not answer'",
    "bench capacity, '32   a measured figure exceeds its bound'",
    "bench churn, '32   a measured figure exceeds its bound'",
    "bench cpu, '33   a guest could not run to its end, or its output was wrong'",
    "bench density, '32   a measured figure exceeds its bound'",
    "bench floor, '32   a measured figure exceeds its bound'",
    "bench guests, '33   a guest could not run to its end, or its output was wrong'",
    "bench mixed, '30   the server cannot start: wrong settings, or the port is taken'",
    "bench rest, '33   a guest could not run to its end, or its output was wrong'",
    "bench restart, '18   a file cannot be read'",
    "bench soak, '32   a measured figure exceeds its bound'",
    "bench start, '32   a measured figure exceeds its bound'"
  })
  void exitCodesOfEveryCommandAreListed(String command, String line) {
    StringWriter out = new StringWriter();

    int code =
        WasmWhisk.execute(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            (command + " --help").split(" "));

    assertThat(code).isZero();
    assertThat(out.toString().lines().map(String::strip)).contains("Exit codes:", line);
  }
}
