// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import io.wasmwhisk.tests.clients.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** OpenWhisk's own command on a real OpenWhisk's standalone server, where it is installed. */
@EnabledIfSystemProperty(
    named = RealOpenWhisk.PROPERTY,
    matches = ".+",
    disabledReason = RealOpenWhisk.NONE)
@SuppressWarnings("NullAway.Init") // JUnit calls what fills the fields
class WskRoundTest {
  private static final Pattern ACTIVATION = Pattern.compile("\\b[0-9a-f]{32}\\b");
  private static final long RECORD_SECONDS = 30;

  /** A string: wsk takes what looks like an object for one. */
  private static final String PAGE = "\"{\\\"html\\\":\\\"<b>wsk</b>\\\"}\"";

  @TempDir private static Path directory;
  private static LocalServer server;
  private static Tool wsk;

  @BeforeAll
  static void start() throws Exception {
    String openWhisk = RealOpenWhisk.classes().directory().toString();
    Optional<Path> program =
        Optional.ofNullable(System.getenv("WSK")).map(Path::of).or(() -> Tool.find("wsk"));
    Assumptions.assumeTrue(program.isPresent(), "wsk is not on the PATH, nor named by WSK");
    server = LocalServer.start("--openwhisk", openWhisk);
    wsk =
        Tool.of(program.orElseThrow().toString())
            .with("WSK_CONFIG_FILE", Files.createFile(directory.resolve("wskprops")).toString())
            .and("--apihost", server.host().toString(), "--auth", LocalServer.KEY);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void anActionIsMadeChangedAndRemoved() throws Exception {
    create("w-life", "hello");
    assertThat(invoke("w-life", "-p", "name", "wsk ☃"))
        .isEqualTo("{\"greeting\":\"Hello, wsk ☃!\"}");

    says("ok: updated action w-life", "action update w-life --concurrency 10 --memory 64");
    assertThat(run("action get w-life limits").out())
        .contains("\"memory\": 64", "\"concurrency\": 10");
    assertThat(invoke("w-life")).isEqualTo("{\"greeting\":\"Hello, stranger!\"}");
    assertThat(run("action list").out()).contains("/guest/w-life");
    says("ok: deleted action w-life", "action delete w-life");
    assertThat(wsk.run("action", "get", "w-life").err())
        .contains("The requested resource does not exist.");
  }

  @Test
  void anActivationHasItsRecordAndItsLogs() throws Exception {
    create("w-logged", "hello");
    Ended accepted = run("action invoke w-logged -p name logged");
    assertThat(accepted.out()).startsWith("ok: invoked /_/w-logged with id ");
    String id = activation(accepted.out());

    assertThat(eventually("activation logs " + id))
        .contains("stdout: hello: greeting \"logged\"", "stderr: hello: this line goes to stderr");
    assertThat(json(eventually("activation result " + id)))
        .isEqualTo("{\"greeting\":\"Hello, logged!\"}");
    assertThat(eventually("activation get " + id)).contains("\"status\": \"success\"");
  }

  @Test
  void parametersOfPackageBindingActionAndCall() throws Exception {
    says("ok: created package w-tools", "package create w-tools --shared yes -p a pack -p b pack");
    create("w-tools/mirror", "mirror", "-p", "b", "action");
    says("ok: created binding w-bound", "package bind /guest/w-tools w-bound -p a binding");

    assertThat(invoke("w-tools/mirror"))
        .isEqualTo("{\"params\":{\"a\":\"pack\",\"b\":\"action\"}}");
    assertThat(invoke("w-bound/mirror", "-p", "c", "call"))
        .isEqualTo("{\"params\":{\"a\":\"binding\",\"b\":\"action\",\"c\":\"call\"}}");
    assertThat(run("package get w-tools --summary").out()).contains("/guest/w-tools/mirror");
  }

  @Test
  void aSequenceOfActionsInTwoLanguages() throws Exception {
    create("w-first", "hello");
    create("w-second", "mirror");
    says("ok: created action w-row", "action create w-row --sequence w-first,hello-rust,w-second");

    assertThat(invoke("w-row", "-p", "name", "row"))
        .isEqualTo("{\"params\":{\"greeting\":\"Hello, stranger!\"}}");
  }

  @Test
  void aRuleRunsAnActionWhenItsTriggerIsFired() throws Exception {
    create("w-fired", "hello");
    says("ok: created trigger w-trigger", "trigger create w-trigger -p name default");
    says("ok: created rule w-rule", "rule create w-rule w-trigger w-fired");

    assertThat(run("trigger fire w-trigger -p name fired").out())
        .startsWith("ok: triggered /_/w-trigger with id ");

    String listed = "";
    Instant deadline = Instant.now().plusSeconds(RECORD_SECONDS);
    while (!ACTIVATION.matcher(listed).find() && Instant.now().isBefore(deadline)) {
      listed = run("activation list w-fired --limit 1").out();
    }
    assertThat(json(eventually("activation result " + activation(listed))))
        .isEqualTo("{\"greeting\":\"Hello, fired!\"}");
    says("ok: disabled rule w-rule", "rule disable w-rule");
    says("ok: rule w-rule is inactive", "rule status w-rule");
  }

  @Test
  void aWebActionAnswersAtTheAddressThatWskTells() throws Exception {
    create("w-page", "mirror", "--web", "true", "-p", "raw", PAGE);
    String[] told = run("action get w-page --url").out().split("\n");
    URI page = URI.create(told[told.length - 1].strip() + ".html");

    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body())
          .isEqualTo("<b>wsk</b>");
    }
  }

  @Test
  void aConductorCallsActions() throws Exception {
    create("w-conductor", "conductor", "-a", "conductor", "true");

    assertThat(invoke("w-conductor", "-p", "n", "3")).isEqualTo("{\"result\":7,\"steps\":2}");
  }

  @Test
  void ourImageIsABlackBox() throws Exception {
    says(
        "ok: created action w-box",
        "action create w-box " + zip("hello") + " --docker wasmwhisk/action-wasm");

    assertThat(invoke("w-box", "-p", "name", "box")).isEqualTo("{\"greeting\":\"Hello, box!\"}");
  }

  @Test
  void aModuleSentAsTextIsRecognised() throws Exception {
    says(
        "ok: created action w-bare",
        "action create w-bare --kind wasm " + Repository.guest("c/hello.wasm"));

    Ended ended = wsk.run("action", "invoke", "w-bare", "-r");
    assertThat(ended.code()).isEqualTo(246);
    assertThat(ended.out() + ended.err())
        .contains(
            "a WebAssembly module that was damaged by an upload as text", "Put it into a zip");
  }

  @Test
  void aScriptIsAnActionWithoutFurtherOptions() throws Exception {
    Path script = directory.resolve("hello.js");
    Files.writeString(
        script,
        """
        const main = async ({ name = 'stranger' }) => {
          console.log('for', name);
          return { greeting: `Hello, ${name}!` };
        };
        """);
    says("ok: created action w-script", "action create w-script " + script);
    assertThat(run("action get w-script exec").out()).contains("\"kind\": \"nodejs:quickjs\"");
    assertThat(invoke("w-script", "-p", "name", "JavaScript ☃"))
        .isEqualTo("{\"greeting\":\"Hello, JavaScript ☃!\"}");

    says(
        "ok: updated action w-script",
        "action update w-script " + script + " --main main --kind wasm:js");
    String id = activation(run("action invoke w-script -p name logged").out());
    assertThat(eventually("activation logs " + id)).contains("stdout: for logged");

    Files.writeString(script, "function main( {");
    says("ok: updated action w-script", "action update w-script " + script);
    Ended ended = wsk.run("action", "invoke", "w-script", "-r");
    assertThat(ended.code()).isEqualTo(246);
    assertThat(ended.out() + ended.err())
        .contains("Initialization has failed due to: SyntaxError: ");
  }

  @Test
  void aZipOfScriptsIsAnAction() throws Exception {
    Path zip = directory.resolve("scripts.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "package.json", "{\"main\":\"lib/start.js\"}");
      entry(out, "lib/start.js", "exports.main = (params) => require('../own')(params);");
      entry(out, "own.js", "module.exports = (params) => ({ keys: Object.keys(params) });");
    }
    says(
        "ok: created action w-package",
        "action create w-package " + zip + " --kind nodejs:default");

    assertThat(invoke("w-package", "-p", "a", "1", "-p", "b", "2"))
        .isEqualTo("{\"keys\":[\"a\",\"b\"]}");
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
  }

  private static void create(String name, String guest, String... options) throws Exception {
    List<String> words =
        Stream.concat(
                Stream.of("action", "create", name, zip(guest).toString(), "--kind", "wasm"),
                Stream.of(options))
            .toList();
    assertThat(wsk.run(words.toArray(String[]::new)))
        .isEqualTo(new Ended(0, "ok: created action " + name + "\n", ""));
  }

  private static String invoke(String name, String... options) throws Exception {
    Ended ended = wsk.and("action", "invoke", name, "-r").run(options);
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    return json(ended.out());
  }

  private static void says(String text, String words) throws Exception {
    assertThat(run(words).out()).isEqualTo(text + "\n");
  }

  private static Ended run(String words) throws Exception {
    Ended ended = wsk.run(words.split(" "));
    assertThat(ended.code()).as(words + ": " + ended.out() + ended.err()).isZero();
    return ended;
  }

  /** A record is stored some moments after the answer to a call. */
  private static String eventually(String words) throws Exception {
    Instant deadline = Instant.now().plusSeconds(RECORD_SECONDS);
    Ended ended = wsk.run(words.split(" "));
    while (ended.code() != 0 && Instant.now().isBefore(deadline)) {
      ended = wsk.run(words.split(" "));
    }
    assertThat(ended.code()).as(words + ": " + ended.err()).isZero();
    return ended.out();
  }

  private static String activation(String text) {
    Matcher id = ACTIVATION.matcher(text);
    assertThat(id.find()).as(text).isTrue();
    return id.group();
  }

  /** Without the layout. */
  private static String json(String text) throws Exception {
    JsonNode read = new JsonMapper().readTree(text);
    return read.toString();
  }

  private static Path zip(String guest) throws Exception {
    Path zip = directory.resolve(guest + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(guest + ".wasm"));
      Files.copy(Repository.guest("c/" + guest + ".wasm"), out);
    }
    return zip;
  }
}
