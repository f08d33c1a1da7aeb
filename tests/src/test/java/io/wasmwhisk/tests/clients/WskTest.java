// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenWhisk's own command, where it is on the PATH or named by the variable WSK. The Go module
 * proxy does not build it: a generated file (wski18n/i18n_resources.go) is not in its repository.
 */
class WskTest {
  private static final Pattern ACTIVATION = Pattern.compile("with id ([0-9a-f]{32})");

  /** A record is stored some moments after the answer to a blocking call. */
  private static final long RECORD_SECONDS = 20;

  @TempDir private Path directory = Path.of("");

  @Test
  void anActionLivesByWsk() throws Exception {
    Optional<Path> program =
        Optional.ofNullable(System.getenv("WSK")).map(Path::of).or(() -> Tool.find("wsk"));
    Assumptions.assumeTrue(program.isPresent(), "wsk is not on the PATH, nor named by WSK");
    Path zip = zip();

    try (LocalServer server = LocalServer.start()) {
      Tool wsk =
          Tool.of(program.orElseThrow().toString())
              .with("WSK_CONFIG_FILE", Files.createFile(directory.resolve("wskprops")).toString())
              .and("--apihost", server.host().toString(), "--auth", LocalServer.KEY);

      assertThat(wsk.run("action", "create", "zipped", zip.toString(), "--kind", "wasm"))
          .isEqualTo(new Ended(0, "ok: created action zipped\n", ""));
      assertThat(wsk.run("action", "invoke", "zipped", "-r", "-p", "name", "wsk"))
          .isEqualTo(new Ended(0, "{\n    \"greeting\": \"Hello, wsk!\"\n}\n", ""));
      assertThat(logs(wsk))
          .contains("stdout: hello: greeting \"logged\"\n", "stderr: hello: this line goes to");
      assertThat(wsk.run("action", "list").out()).contains("/guest/zipped");
      assertThat(wsk.run("action", "delete", "zipped"))
          .isEqualTo(new Ended(0, "ok: deleted action zipped\n", ""));
    }
  }

  /** The log lines of an activation that was invoked with the name "logged". */
  private static String logs(Tool wsk) throws Exception {
    Ended invoked = wsk.run("action", "invoke", "zipped", "-b", "-p", "name", "logged");
    Matcher id = ACTIVATION.matcher(invoked.out());
    assertThat(id.find()).as(invoked.out() + invoked.err()).isTrue();
    Instant deadline = Instant.now().plusSeconds(RECORD_SECONDS);
    Ended logs = wsk.run("activation", "logs", id.group(1));
    while (logs.code() != 0 && Instant.now().isBefore(deadline)) {
      logs = wsk.run("activation", "logs", id.group(1));
    }
    assertThat(logs.code()).as(logs.err()).isZero();
    return logs.out();
  }

  private Path zip() throws Exception {
    Path zip = directory.resolve("hello.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("hello.wasm"));
      Files.copy(Repository.guest("c/hello.wasm"), out);
    }
    return zip;
  }
}
