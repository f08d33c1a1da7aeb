// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import io.wasmwhisk.tests.clients.ClientProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kubernetes/: what the post-renderer makes of a chart, by real kubectl, and whether Kubernetes
 * would take it, by its published schemas. openwhisk-deploy-kube's chart itself is rendered where
 * {@code -Dopenwhisk.chart} names its directory and helm is there.
 */
class KubernetesFilesTest {
  private static final String FROM_YAML =
      "import json, sys, yaml;"
          + " print(json.dumps([d for d in yaml.safe_load_all(open(sys.argv[1])) if d]))";

  @TempDir private Path directory = Path.of("");

  @Test
  void thePluginIsInWhatAChartRenders() throws Exception {
    requireKustomize();
    PythonTools tools = PythonTools.require();
    Ended ended =
        Tool.of(postRenderer())
            .runWithInput(Files.readString(Repository.testSource("kubernetes/chart.yaml")));
    assertThat(ended.code()).as(ended.err()).isZero();

    Path rendered = Files.writeString(directory.resolve("rendered.yaml"), ended.out());

    isTakenByKubernetes(tools, rendered);
    hasThePlugin(objects(tools, rendered));
  }

  @Test
  void theJvmHasTheOptionsOfThePluginsDirectory() throws Exception {
    PythonTools tools = PythonTools.require();
    JsonNode values = yaml(tools, Repository.kubernetes().resolve("values.yaml")).get(0);
    assertThat(values.at("/invoker/jvmOptions").asText().split(" "))
        .containsExactlyInAnyOrderElementsOf(JvmOptions.inContainers());
  }

  @Test
  void thePluginIsInWhatTheChartRenders() throws Exception {
    String chart = System.getProperty("openwhisk.chart");
    Assumptions.assumeTrue(chart != null, "no -Dopenwhisk.chart=DIR, a helm/openwhisk directory");
    requireKustomize();
    ClientProgram.require("helm");
    PythonTools tools = PythonTools.require();
    Ended ended =
        Tool.of("helm", "template", "owdev", chart, "--set", "scheduler.enabled=true")
            .and("-f", Repository.kubernetes().resolve("values.yaml").toString())
            .and("--post-renderer", postRenderer())
            .run();
    assertThat(ended.code()).as(ended.err()).isZero();

    Path rendered = Files.writeString(directory.resolve("rendered.yaml"), ended.out());

    isTakenByKubernetes(tools, rendered);
    ObjectNode objects = objects(tools, rendered);
    hasThePlugin(objects);
    ObjectNode env = env(objects, "invoker");
    assertThat(env.get("JAVA_OPTS").get("value").asText())
        .startsWith("-Xmx2048M -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI ");
    assertThat(env.get("CONFIG_whisk_memory_min").get("value").asText()).isEqualTo("8m");
  }

  private static void requireKustomize() {
    if (Tool.find("kustomize").isEmpty()) {
      ClientProgram.require("kubectl");
    }
  }

  private static String postRenderer() {
    return Repository.kubernetes().resolve("post-render/post-render").toString();
  }

  private static void isTakenByKubernetes(PythonTools tools, Path rendered) throws Exception {
    for (String version : List.of("1.25", "1.37")) {
      Ended ended =
          tools.tool("kubernetes-validate").run("--strict", "-k", version, rendered.toString());
      assertThat(ended.code()).as(version + ": " + ended.out() + ended.err()).isZero();
    }
  }

  private static void hasThePlugin(ObjectNode objects) throws IOException {
    String config =
        objects.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> name.matches("ConfigMap wasmwhisk-.*"))
            .findFirst()
            .orElseThrow();
    assertThat(objects.get(config).at("/data/runtimes.json").asText())
        .isEqualTo(Files.readString(Repository.manifest()));
    for (String each : List.of("invoker", "controller", "scheduler")) {
      assertThat(env(objects, each).get("RUNTIMES_MANIFEST").toString())
          .isEqualTo(
              "{\"name\":\"RUNTIMES_MANIFEST\",\"valueFrom\":{\"configMapKeyRef\":"
                  + "{\"key\":\"runtimes.json\",\"name\":\"%s\"}}}"
                      .formatted(config.substring("ConfigMap ".length())));
    }
    ObjectNode env = env(objects, "invoker");
    assertThat(env.get("CONFIG_whisk_spi_ContainerFactoryProvider").get("value").asText())
        .endsWith(".wasm.WasmContainerFactoryProvider");
    JsonNode pod = pod(objects, "invoker");
    assertThat(pod.at("/initContainers").findValuesAsText("name"))
        .contains("wasmwhisk", "wait-for-controller");
    assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("mountPath"))
        .contains("/wasmwhisk", "/invoker/ext-lib", "/invoker/config");
    assertThat(pod(objects, "kafka").toString()).doesNotContain("wasmwhisk");
  }

  private static ObjectNode env(ObjectNode objects, String who) {
    ObjectNode env = new JsonMapper().createObjectNode();
    pod(objects, who)
        .at("/containers/0/env")
        .forEach(each -> env.set(each.get("name").asText(), each));
    return env;
  }

  private static JsonNode pod(ObjectNode objects, String who) {
    return objects.get("StatefulSet owdev-" + who).at("/spec/template/spec");
  }

  private static ObjectNode objects(PythonTools tools, Path rendered) throws Exception {
    ObjectNode objects = new JsonMapper().createObjectNode();
    for (JsonNode each : yaml(tools, rendered)) {
      objects.set(each.get("kind").asText() + " " + each.at("/metadata/name").asText(), each);
    }
    return objects;
  }

  private static JsonNode yaml(PythonTools tools, Path file) throws Exception {
    Ended ended = tools.tool("python3").run("-c", FROM_YAML, file.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return new JsonMapper().readTree(ended.out());
  }
}
