// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever goes wrong becomes one exception with one message. */
class StartFailureTest {
  private static final String COPY =
      "Copy all jars of the plugin's ext-lib, of one version and no other, behind the invoker's own.";

  private static String message(Throwable failure) {
    return String.valueOf(StartFailure.of(failure).getMessage());
  }

  @Test
  void ofOursIsItself() {
    StartFailure failure = new StartFailure("no key");
    assertThat(StartFailure.of(failure)).isSameAs(failure);
    assertThat(failure).hasMessage("WasmWhisk could not start: no key");
  }

  @Test
  void keepsItsCause() {
    Error error = new OutOfMemoryError("Java heap space");
    assertThat(StartFailure.of(error))
        .hasCause(error)
        .hasMessage("WasmWhisk could not start: java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void aMissingClass() {
    assertThat(message(new NoClassDefFoundError("a/B")))
        .isEqualTo(
            "WasmWhisk could not start: a class is missing on the invoker's class path: java.lang.NoClassDefFoundError: a/B. "
                + COPY);
    assertThat(message(new ClassNotFoundException("a.B")))
        .isEqualTo(
            "WasmWhisk could not start: a class is missing on the invoker's class path: java.lang.ClassNotFoundException: a.B. "
                + COPY);
  }

  @Test
  void jarsOfTwoVersions() {
    assertThat(message(new NoSuchMethodError("void a.B.c()")))
        .isEqualTo(
            "WasmWhisk could not start: jars on the invoker's class path do not fit together: java.lang.NoSuchMethodError: void a.B.c(). "
                + COPY);
  }

  @Test
  void aClassForANewerJava() {
    assertThat(message(new UnsupportedClassVersionError("a/B is newer")))
        .isEqualTo(
            "WasmWhisk could not start: a class is for a newer Java than this one, "
                + Runtime.version()
                + ": a/B is newer. Start the invoker with a newer JRE.");
  }

  @Test
  void whatAClassThrewWhenItWasInitialised() {
    assertThat(message(new ExceptionInInitializerError(new IllegalStateException("no home"))))
        .isEqualTo("WasmWhisk could not start: java.lang.IllegalStateException: no home");
  }
}
