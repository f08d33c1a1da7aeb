// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  private static final long SEAL = 32;

  private final Path parent;
  private final Ticks ticks = new Ticks();

  FileStoreTest(@TempDir Path parent) {
    this.parent = parent;
  }

  /** One second later each time. */
  private static final class Ticks extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofSeconds(1));
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private FileStore open(long mostBytes) throws Exception {
    return FileStore.open(parent.resolve("store"), mostBytes, ticks);
  }

  private List<Path> values() throws Exception {
    try (var files = Files.list(parent.resolve("store"))) {
      return files.filter(file -> file.toString().endsWith(".kept")).toList();
    }
  }

  @Test
  void aValueOutlivesTheProcess() throws Exception {
    open(1000).put("a", new byte[] {1, 2, 3});

    assertThat(open(1000).get("a")).contains(new byte[] {1, 2, 3});
    assertThat(open(1000).get("b")).isEmpty();
  }

  @Test
  void anEmptyValueAndOneThatReplacesAnother() throws Exception {
    FileStore store = open(1000);
    store.put("a", new byte[9]);
    store.put("a", new byte[0]);

    assertThat(store.get("a")).contains(new byte[0]);
    assertThat(values()).hasSize(1);
  }

  @Test
  void aValueThatWasChangedIsNotFoundAndGoes() throws Exception {
    FileStore store = open(1000);
    store.put("a", new byte[] {1, 2, 3});
    Path file = values().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      assertThat(store.get("a")).isEmpty();
      assertThat(values()).isEmpty();
    }
    Files.write(file, new byte[0]);
    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void aValueOfAnotherKeyIsNotFound() throws Exception {
    FileStore store = open(1000);
    store.put("a", new byte[] {1});
    Path a = values().getFirst();
    store.put("b", new byte[] {2});
    Path b = values().stream().filter(file -> !file.equals(a)).findFirst().orElseThrow();
    Files.copy(a, b, StandardCopyOption.REPLACE_EXISTING);

    assertThat(store.get("b")).isEmpty();
    assertThat(store.get("a")).isPresent();
  }

  @Test
  void aValueOfAnotherDirectoryIsNotFound() throws Exception {
    open(1000).put("a", new byte[] {1});
    FileStore other = FileStore.open(parent.resolve("other"), 1000, ticks);
    Path stolen = values().getFirst();
    Files.copy(stolen, parent.resolve("other").resolve(stolen.getFileName()));

    assertThat(other.get("a")).isEmpty();
  }

  @Test
  void atTheBoundAndOnePastIt() throws Exception {
    FileStore store = open(2 * (SEAL + 10));
    store.put("a", new byte[10]);
    store.put("b", new byte[10]);
    assertThat(store.get("a")).isPresent();
    assertThat(store.get("b")).isPresent();

    store.put("a", new byte[11]);
    assertThat(store.get("a")).isPresent();
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void whatWasUnusedLongestGoes() throws Exception {
    FileStore store = open(2 * (SEAL + 10));
    store.put("a", new byte[10]);
    store.put("b", new byte[10]);
    store.get("a");
    store.put("c", new byte[10]);

    assertThat(store.get("a")).isPresent();
    assertThat(store.get("b")).isEmpty();
    assertThat(store.get("c")).isPresent();
  }

  @Test
  void aValueLargerThanAllOfItIsNotKept() throws Exception {
    FileStore store = open(SEAL + 10);
    store.put("a", new byte[10]);
    store.put("b", new byte[11]);

    assertThat(store.get("a")).isPresent();
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void othersCannotReadItAndADirectoryTheyCanWriteIsRefused() throws Exception {
    open(1000).put("a", new byte[1]);
    Path directory = parent.resolve("store");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("secret"))))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));
    assertThatThrownBy(() -> open(1000))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(
            directory
                + ": others can write it (rwxrwx---), and what is kept there is run: take a directory of this user alone (chmod 700)");
  }

  @Test
  void aSecretOfAnotherLengthIsRefused() throws Exception {
    open(1000);
    Path secret = parent.resolve("store").resolve("secret");
    Files.write(secret, new byte[31]);

    assertThatThrownBy(() -> open(1000))
        .hasMessage(secret + ": its secret has 31 bytes in place of 32: delete the directory");
  }

  @Test
  void aDirectoryThatIsGoneCostsValuesOnly() throws Exception {
    FileStore store = open(1000);
    store.put("a", new byte[1]);
    try (var files = Files.walk(parent.resolve("store"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    assertThat(store.get("a")).isEmpty();
    store.put("a", new byte[1]);
    assertThat(store.get("a")).isEmpty();
  }
}
