// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool.Ended;
import io.wasmwhisk.tests.deploy.Playbook.Run;
import io.wasmwhisk.tests.plugin.PluginDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ansible/roles/wasm_invoker, by real ansible-playbook and ansible-lint. */
class WasmInvokerRoleTest {
  private static final Map<String, Object> REMOVED = Map.of("wasm_invoker_state", "absent");

  /** An operator's: in an order of their own, with a description and a family of ours. */
  private static final String THEIRS =
      """
      {"description": ["theirs"], "runtimes": {
        "python": [{"kind": "python:3", "default": true, "image": {"prefix": "openwhisk", "name": "action-python-v3.11"}}],
        "nodejs": [{"kind": "nodejs:20", "default": true, "image": {"prefix": "openwhisk", "name": "action-nodejs-v20"},
                    "stemCells": [{"initialCount": 2, "memory": "256 MB"}]}]},
       "blackboxes": [{"prefix": "openwhisk", "name": "dockerskeleton"}]}
      """;

  @TempDir private Path directory = Path.of("");
  private PythonTools tools;

  @BeforeEach
  void tools() throws Exception {
    PluginDirectory.require();
    tools = PythonTools.require();
  }

  @Test
  void ansibleLintFindsNothing() throws Exception {
    Ended ended =
        tools
            .tool("ansible-lint")
            .in(Repository.ansible())
            .run("--offline", "--nocolor", "--profile", "production", "--strict");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
  }

  @Test
  void anInvokerInAContainer() throws Exception {
    InvokerHost host = InvokerHost.in(directory);
    Path outside = directory.resolve("told");
    Path told = outside.resolve("wasmwhisk.json");
    Path manifest = Files.writeString(directory.resolve("runtimes.json"), THEIRS);
    Playbook playbook =
        playbook(
            host,
            Map.of(
                "wasm_invoker_settings", Map.of("memory-budget", "40%"),
                "wasm_invoker_delegate", "docker",
                "wasm_invoker_manifest", manifest.toString(),
                "wasm_invoker_families", List.of("wasm", "nodejs"),
                "wasm_invoker_overrides", told.toString()));
    SortedMap<String, String> before = Tree.of(host.root());

    succeeds(playbook.role(Map.of()));

    assertThat(host.place().resolve("config/application.conf"))
        .content()
        .contains("\"memory-budget\": \"40%\"")
        .contains("docker.DockerContainerFactoryProvider\"");
    kindsAreAdded(new JsonMapper().readTree(Files.readString(told)).get("runtimes_manifest"));
    JsonNode started = started(playbook, told);
    assertThat(started.at("/env/JAVA_HOME").asText()).isEqualTo("/wasmwhisk/jre");
    assertThat(started.at("/env/JAVA_OPTS").asText()).isEqualTo("-Xmx2g");
    assertThat(started.at("/env/INVOKER_OPTS").asText()).startsWith("-Dtheirs=1 ");
    // UseAVX is for the processors that want it.
    assertThat(started.at("/env/INVOKER_OPTS").asText().replace(" -XX:UseAVX=2", "").split(" "))
        .containsAll(JvmOptions.inContainers().stream().filter(o -> !o.contains("AVX")).toList())
        .hasSize(JvmOptions.inContainers().size());
    assertThat(started.at("/env/CONFIG_whisk_spi_ContainerFactoryProvider").asText())
        .isEqualTo("org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider");
    assertThat(started.at("/env/CONFIG_whisk_spi_LogStoreProvider").asText())
        .endsWith(".DockerToActivationLogStoreProvider");
    assertThat(started.at("/env/CONFIG_whisk_memory_min").asText()).isEqualTo("8m");
    assertThat(started.at("/docker/volumes").toString())
        .isEqualTo(
            "[\"/srv/theirs:/theirs\",\"%1$s:/wasmwhisk:ro\",\"%1$s/ext-lib:/invoker/ext-lib:ro\",\"%1$s/config:/invoker/config:ro\"]"
                .formatted(host.place()));

    Run again = playbook.role(Map.of());
    succeeds(again);
    assertThat(again.changed()).as(again.output()).isZero();

    Path changed = host.place().resolve("graal-compiler/other.jar");
    Files.writeString(changed, "not the plugin's");
    fails(
        playbook.verify(),
        host.place() + " is not as " + host.plugin() + " is: graal-compiler/other.jar. Run the");

    succeeds(playbook.role(REMOVED));
    assertThat(Tree.of(host.root())).isEqualTo(before);
    assertThat(Tree.files(outside)).isEmpty();
    assertThat(manifest).hasContent(THEIRS);
  }

  /** Theirs is as it was and in its order; ours comes after it, and is no second default. */
  private static void kindsAreAdded(JsonNode merged) throws IOException {
    assertThat(merged.at("/runtimes").fieldNames())
        .toIterable()
        .containsExactly("python", "nodejs", "wasm");
    assertThat(merged.at("/runtimes/nodejs").findValuesAsText("kind"))
        .containsExactly("nodejs:20", "nodejs:quickjs");
    assertThat(merged.at("/runtimes/nodejs").findValuesAsText("default"))
        .containsExactly("true", "false");
    ObjectNode without = merged.deepCopy();
    ((ObjectNode) without.get("runtimes")).remove("wasm");
    ((ArrayNode) without.at("/runtimes/nodejs")).remove(1);
    assertThat(without.toString()).isEqualTo(new JsonMapper().readTree(THEIRS).toString());
  }

  private JsonNode started(Playbook playbook, Path told) throws Exception {
    Path started = directory.resolve("started.json");
    succeeds(
        playbook.run(
            Repository.testSource("ansible/openwhisk.yml"),
            "-e",
            "@" + told,
            "-e",
            "started=" + started));
    return new JsonMapper().readTree(Files.readString(started));
  }

  @Test
  void anInvokerWithoutAContainer() throws Exception {
    InvokerHost host = InvokerHost.in(directory);
    Path older = directory.resolve("older");
    Files.createDirectories(older.resolve("ext-lib"));
    Files.writeString(older.resolve("ext-lib/wasmwhisk-invoker-0.0.9.jar"), "an older version");
    Files.createDirectories(older.resolve("graal-compiler"));
    Files.writeString(older.resolve("graal-compiler/compiler-25.0.0.jar"), "an older compiler");
    Playbook playbook =
        playbook(
            host,
            Map.of(
                "wasm_invoker_home", host.invoker().toString(),
                "wasm_invoker_settings", Map.of("prewarm", 0)));
    SortedMap<String, String> before = Tree.of(host.root());

    succeeds(playbook.role(Map.of("wasm_invoker_plugin", older.toString())));
    assertThat(Tree.files(host.invoker().resolve("ext-lib")))
        .containsExactly("wasmwhisk-invoker-0.0.9.jar");

    succeeds(playbook.role(Map.of()));
    for (Path each : List.of(host.invoker(), host.place())) {
      assertThat(Tree.files(each.resolve("ext-lib")))
          .isEqualTo(Tree.files(host.plugin().resolve("ext-lib")));
    }
    Run again = playbook.role(Map.of());
    succeeds(again);
    assertThat(again.changed()).as(again.output()).isZero();
    itRunsActions(host);

    succeeds(playbook.role(REMOVED));
    assertThat(Tree.of(host.root())).isEqualTo(before);
  }

  /** One of the contract's tests, by the invoker's start script, on what the role put there. */
  private static void itRunsActions(InvokerHost host) throws Exception {
    Ended ended =
        host.start(
            "-Dmaven.multiModuleProjectDirectory=" + Repository.ansible().getParent(),
            "org.scalatest.tools.Runner",
            "-R",
            Repository.testClasses().toString(),
            "-s",
            "io.wasmwhisk.tests.contract.InitializationInSchedulerPoolSpec",
            "-z",
            "take base64 of a bare module",
            "-oW");
    assertThat(ended.out()).as(ended.err()).contains("succeeded 1,", "All tests passed.");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsDone() throws Exception {
    InvokerHost host = InvokerHost.in(directory);
    Playbook playbook =
        new Playbook(tools, directory, Map.of("wasm_invoker_directory", host.place().toString()));

    fails(
        playbook.role(Map.of("wasm_invoker_state", "gone")),
        "value of wasm_invoker_state must be one of: present, absent, got: gone");
    fails(
        playbook.role(Map.of("wasm_invoker_plugin", host.invoker().toString())),
        "is not the plugin's directory on the machine that runs Ansible: it should have one"
            + " ext-lib/wasmwhisk-invoker-VERSION.jar.");
    fails(
        playbook.role(
            Map.of(
                "wasm_invoker_plugin",
                host.plugin().toString(),
                "wasm_invoker_java_home",
                "/usr/lib/jvm/25")),
        "wasm_invoker_java_home = /usr/lib/jvm/25 is not below wasm_invoker_directory = "
            + host.place());
    assertThat(host.place()).doesNotExist();
  }

  /** Of a host that has the plugin and a JVM beside it. */
  private Playbook playbook(InvokerHost host, Map<String, Object> more) throws Exception {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("wasm_invoker_plugin", host.plugin().toString());
    variables.put("wasm_invoker_directory", host.place().toString());
    variables.put("wasm_invoker_jre", host.jre().toString());
    return new Playbook(tools, directory, variables);
  }

  private static void succeeds(Run run) {
    assertThat(run.code()).as(run.output()).isZero();
  }

  private static void fails(Run run, String message) {
    assertThat(run.code()).as(run.output()).isNotZero();
    assertThat(run.output().replaceAll("\\s+", " ")).contains(message);
  }
}
