// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerStandInTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEAD|/_ping|200|''",
        "GET|/_ping|200|OK",
        "GET|/v1.40/version|200|{\"Version\":\"0\",\"ApiVersion\":\"1.40\",\"MinAPIVersion\":\"1.12\"}",
        "GET|/v1.40/containers/json?all=1|200|[]",
        "GET|/v1.40/images/json|200|[]",
        "GET|/v1.40/info|200|{}",
        "GET|/v1.40/containers/a/json|501|{\"message\":\"no Docker daemon runs here: WasmWhisk only stands in for one\"}",
        "POST|/v1.40/containers/create|501|{\"message\":\"no Docker daemon runs here: WasmWhisk only stands in for one\"}"
      })
  void itHasNoContainersAndMakesNone(String method, String path, int status, String body)
      throws Exception {
    try (DockerStandIn docker = DockerStandIn.start();
        HttpClient client = HttpClient.newHttpClient()) {
      URI host = URI.create(docker.host().replace("tcp:", "http:"));

      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(host.resolve(path))
                  .method(method, BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).isEqualTo(body);
      assertThat(answer.headers().firstValue("Api-Version")).contains("1.40");
    }
  }
}
