// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.cli.bench.contender.own.OwnEngines;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.engine.EngineChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, shortly, with our engine alone. */
class GuestsBenchTest {
  private static final Path ACTIONS = Path.of("..", "actions");
  private static final GuestsSettings SHORT =
      new GuestsSettings(Duration.ofMillis(240), 2, Duration.ofMillis(1));

  private static final UsersGuest.Snapshots NO_SNAPSHOTS =
      (module, source) -> {
        throw new AssertionError("a snapshot was asked for");
      };

  @TempDir private Path scratch = Path.of("");
  private final List<String> progress = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private GuestResult measure(Guest guest) throws Exception {
    try (OwnEngines engines = OwnEngines.start(List.of(EngineChoice.of("graalwasm")))) {
      List<Contender> contenders = engines.contenders(guest.work(), failures);
      return new GuestsBench(SHORT, progress::add).run(guest, contenders);
    }
  }

  @Test
  void everyMeasureOfAGuestIsThereAndWritten() throws Exception {
    Guests guests = Guests.find(ACTIONS, List.of("c"), scratch);
    GuestResult result = measure(guests.found().get(0));
    StringWriter printed = new StringWriter();
    Path json = scratch.resolve("guests.json");

    GuestsReport report =
        new GuestsReport(new Circumstances("a machine", List.of("rust: none")), List.of(result));
    GuestsReport.print(new PrintWriter(printed), result);
    report.printAbsent(new PrintWriter(printed));
    report.writeJson(json);
    new GuestsPlots(List.of(result)).write(scratch.resolve("plots"));

    assertThat(failures).isEmpty();
    assertThat(result.isRight()).isTrue();
    assertThat(result.scores().get(0).measured().keySet())
        .containsExactlyInAnyOrder(Measure.values());
    assertThat(printed.toString())
        .startsWith("c (clang, wasi-libc), 31,379 bytes")
        .contains("graalwasm ")
        .endsWith("Absent:%n  rust: none%n".formatted());
    assertThat(JsonMembers.of(Files.readString(json)).objects("guests"))
        .first()
        .extracting(guest -> guest.objects("contenders").get(0).names())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .contains("allocatedBytesPerCall", "liveBytesPerInstance", "NEW", "PAUSED", "TWO_THREADS");
    assertThat(scratch.resolve("plots/guests-paused.svg")).isNotEmptyFile();
    assertThat(scratch.resolve("plots/guests-one-thread.png")).isNotEmptyFile();
    assertThat(progress)
        .startsWith("c, graalwasm: modules never seen before", "c, graalwasm: warm-up")
        .endsWith("c, graalwasm: an empty module");
  }

  @Test
  void aWrongOutputIsAnErrorAndNoTime() throws Exception {
    byte[] module = Files.readAllBytes(ACTIONS.resolve("c/hello.wasm"));
    Work work = new Work("c", module, "{\"name\":\"World\"}", "{\"greeting\":\"Hello, Moon!\"}");
    StringWriter printed = new StringWriter();

    GuestResult result = measure(new Guest("clang", work));
    GuestsReport.print(new PrintWriter(printed), result);

    assertThat(result.isRight()).isFalse();
    assertThat(result.scores().get(0).measured()).isEmpty();
    assertThat(printed.toString())
        .contains(
            "graalwasm         ERROR: {\"greeting\":\"Hello, World!\"} in place of the result {\"greeting\":\"Hello, Moon!\"}");
  }

  @Test
  void guestsThatAreNotThereAreNamed() throws Exception {
    Guests guests = Guests.find(scratch, List.of("c", "go"), scratch);

    assertThat(guests.found()).isEmpty();
    assertThat(guests.absent())
        .containsExactly(
            "c: there is no %s".formatted(scratch.resolve("c/hello.wasm")),
            "go: there is no %s; actions/build makes it with Go 1.21 or newer"
                .formatted(scratch.resolve("go/hello.wasm")));
  }

  private Path zip(String manifest) throws Exception {
    Path file = scratch.resolve("action.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("main.wasm"));
      Files.copy(ACTIONS.resolve("c/hello.wasm"), zip);
      zip.putNextEntry(new ZipEntry("lib/data.txt"));
      zip.write("data".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("wasmwhisk.json"));
      zip.write(manifest.getBytes(UTF_8));
    }
    return file;
  }

  private Guest users(String manifest, UsersGuest.Snapshots snapshots) throws Exception {
    return Guests.find(ACTIONS, List.of(), Map.of("mine", zip(manifest)), scratch, snapshots)
        .found()
        .get(0);
  }

  @Test
  void aGuestOfTheUsersIsAnActionWithItsFilesAndArguments() throws Exception {
    Guest guest = users("{\"arguments\":[\"-c\",\"a b\"]}", NO_SNAPSHOTS);

    assertThat(guest.name()).isEqualTo("mine");
    assertThat(guest.toolchain()).isEqualTo("the user's file");
    assertThat(guest.work().allArguments()).containsExactly("-c", "a b", "{\"name\":\"World\"}");
    assertThat(guest.work().directory().orElseThrow().resolve("lib/data.txt")).hasContent("data");
    assertThat(measure(guest).isRight()).isTrue();
  }

  @Test
  void oursRunTheSnapshotThatAUsersGuestAsksFor() throws Exception {
    byte[] snapshot = Files.readAllBytes(ACTIONS.resolve("rust/hello.wasm"));
    List<String> asked = new ArrayList<>();

    Guest guest =
        users(
            "{\"snapshot\":{\"start\":\"run\"}}",
            (module, source) -> {
              asked.add(source.request().toString());
              return snapshot;
            });

    assertThat(guest.toolchain()).isEqualTo("the user's file; ours from its snapshot");
    assertThat(guest.work().snapshot()).contains(snapshot);
    assertThat(asked)
        .containsExactly(
            "SnapshotRequest[initialize=wizer.initialize, renew=Optional.empty, start=Optional[run]]");
  }

  @Test
  void aUsersGuestWithoutAModuleIsRefused() throws Exception {
    Path file = scratch.resolve("empty.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("data.txt"));
    }

    assertThatThrownBy(
            () -> Guests.find(ACTIONS, List.of(), Map.of("mine", file), scratch, NO_SNAPSHOTS))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": The zip has no");
  }

  @Test
  void theTimeIsDividedIntoAllThatIsMeasured() {
    GuestsSettings settings = new GuestsSettings(Duration.ofSeconds(24), 2, Duration.ofMillis(5));

    assertThat(settings.unseen()).isEqualTo(Duration.ofSeconds(6));
    assertThat(settings.warmUp()).isEqualTo(Duration.ofSeconds(6));
    assertThat(settings.slice()).isEqualTo(Duration.ofSeconds(2));
    assertThatThrownBy(() -> new GuestsSettings(Duration.ofSeconds(1), 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 rounds are too few; at least 1");
  }
}
