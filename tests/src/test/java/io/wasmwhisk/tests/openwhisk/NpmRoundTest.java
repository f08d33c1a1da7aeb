// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.clients.LocalServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The npm client's full round (node/round.js) on a real OpenWhisk's standalone server. */
@EnabledIfSystemProperty(
    named = RealOpenWhisk.PROPERTY,
    matches = ".+",
    disabledReason = RealOpenWhisk.NONE)
@SuppressWarnings("NullAway.Init") // JUnit calls what fills the fields
class NpmRoundTest {
  @TempDir private static Path directory;
  private static LocalServer server;
  private static NpmScripts npm;
  private static JsonNode round;

  @BeforeAll
  static void runTheRound() throws Exception {
    String openWhisk = RealOpenWhisk.classes().directory().toString();
    npm = new NpmScripts(directory);
    server = LocalServer.start("--openwhisk", openWhisk);
    round = npm.run("round.js", server.host(), Repository.guest(""));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theServerTellsWhatOursTells() {
    assertThat(server.report())
        .contains(
            "OpenWhisk with WebAssembly listens on " + server.host(),
            "engine   graalwasm, guest code is compiled (GraalVM CE), Java 25",
            "samples  hello, add, hash, sleep, echo-env, hello-rust");
  }

  @Test
  void anActionLives() throws Exception {
    JsonNode life = npm.run("client.js", server.host(), Repository.guest("rust/hello.wasm"));

    assertThat(life.get("result").toString()).isEqualTo("{\"greeting\":\"Hello, npm ☃!\"}");
    assertThat(life.at("/record/response/result").toString())
        .isEqualTo("{\"greeting\":\"Hello, again!\"}");
    assertThat(life.at("/logs/logs").toString())
        .contains(
            "stdout: hello: greeting \\\"again\\\"", "stderr: hello: this line goes to stderr");
    assertThat(life.at("/accepted/activationId").asText()).matches("[0-9a-f]{32}");
    assertThat(life.get("codeIsTheSame").asBoolean()).isTrue();
    assertThat(life.get("listed")).hasSize(1);
    assertThat(life.get("conflict").toString())
        .isEqualTo("{\"status\":409,\"error\":\"resource already exists\"}");
    assertThat(life.at("/updated/version").asText()).isEqualTo("0.0.2");
    assertThat(life.get("deleted").asText()).isEqualTo("npm-hello");
    assertThat(life.get("gone").toString())
        .isEqualTo("{\"status\":404,\"error\":\"The requested resource does not exist.\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          package              | {"params":{"a":"package","b":"action","c":"call","d":"package","e":"call"}}
          binding              | {"params":{"a":"binding","b":"action","c":"call","d":"package"}}
          packageHolds         | ["mirror"]
          packagesListed       | ["round-bound","round-tools"]
          sequence             | {"result":{"params":{"params":{"a":"package","b":"action","c":"action","d":"package","greeting":"Hello, in a row!"}}},"parts":["round-hello","mirror","round-mirror"]}
          arrays               | {"params":[1,{"a":2.5},"12345678901234567890"]}
          sequenceOfSequences  | {"params":{"params":{"params":{"a":"package","b":"action","c":"action","d":"package","greeting":"Hello, deep!"}}}}
          sequenceStops        | {"status":502,"kind":"application error","error":"stop here"}
          rule                 | [{"greeting":"Hello, a trigger!"}]
          ruleOff              | ["inactive","active"]
          webHttp              | {"status":418,"type":"text/plain; charset=UTF-8","header":"yes","body":"short ☃"}
          webRedirect          | {"status":302,"location":"http://example.com/"}
          webJson              | {"status":200,"type":"application/json","params":{"__ow_method":"get","__ow_path":"/a/b","x":"1","y":"☃"}}
          webRequest           | {"method":"put","header":"sent","q":"1","in":{"body":[1]}}
          webText              | {"status":200,"type":"text/plain; charset=UTF-8","header":null,"body":"plain ☃"}
          webHtml              | {"status":200,"type":"text/html; charset=UTF-8","header":null,"body":"<p>☃</p>"}
          webSvg               | {"status":200,"type":"image/svg+xml","header":null,"body":"<svg/>"}
          binaryIn             | {"same":true,"query":"q=1"}
          binaryOut            | {"same":true,"type":"image/png"}
          webApplicationError  | {"status":403,"type":"text/html; charset=UTF-8","header":null,"body":"no page today"}
          notWeb               | {"status":404,"error":"The requested resource does not exist."}
          conductor            | {"result":41,"steps":2}
          conductorSeesFailure | {"failed":"Expected param2 to be present"}
          concurrency          | {"own":true,"together":20}
          blackbox             | {"greeting":"Hello, black box!"}
          bigResult            | 340000
          tooBigResult         | {"error":"The action produced a response that exceeded the allowed length: 1048581 > 1048576 bytes."}
          trap                 | {"status":502,"kind":"action developer error","error":"The action did not produce a valid response and exited unexpectedly."}
          timeOut              | {"status":502,"kind":"action developer error","error":"The action exceeded its time limits of 500 milliseconds."}
          memory               | {"status":502,"kind":"application error","error":"Could not allocate 32 MiB: out of memory after 15 MiB"}
          noResult             | {"status":502,"kind":"action developer error","error":"The action did not return a dictionary or array."}
          memoryRefused        | {"status":400,"error":"requirement failed: memory size 100000 MB exceeds allowed threshold of 512 MB"}
          logsOff              | []
          bigNumbers           | ["{\\"params\\":{\\"params\\":{\\"numbers\\":[12345678901234567890.123456789,9007199254740993,-0.1000,1E+30]}}}","{\\"params\\":{\\"numbers\\":[12345678901234567890.123456789,9007199254740993,-0.1000,1E+30]}}"]
          initParameters       | {"args":{"argument":"no variable","more":true},"env":{"EMPTY":"","NUMBER":"1.5","OBJECT":"{\\"a\\":[\\"☃\\"]}","__OW_ACTION_NAME":"/guest/round-init","__OW_ACTION_VERSION":"0.0.1","__OW_NAMESPACE":"guest"},"told":[true,true,true,true]}
          javascript           | {"kind":"nodejs:quickjs","result":{"greeting":"Hello, ☃","list":[1,2.5],"action":"/guest/round-script"},"logs":["stderr: { list: [ 1, 2.5 ] }","stdout: told ☃"]}
          javascriptPromise    | {"later":2}
          javascriptThrows     | {"status":502,"kind":"action developer error","error":"An error has occurred: Error: on purpose"}
          javascriptRejects    | {"status":502,"kind":"application error","error":"no, sorry"}
          javascriptEndsWhenLoaded | {"status":502,"kind":"action developer error","error":"The action did not initialize and exited unexpectedly."}
          javascriptPackage    | {"text":"Hello, package ☃"}
          javascriptIndex      | {"list":[1,{"a":null}]}
          javascriptInSequence | {"params":{"shout":"HELLO, ROW!"}}
          javascriptOnTheWeb   | {"status":201,"header":"get","body":{"asked":"☃"}}
          removed              | true
          """)
  void theStepsOfTheRoundGive(String step, String given) throws Exception {
    assertThat(round.path(step)).isEqualTo(new JsonMapper().readTree(given));
  }
}
