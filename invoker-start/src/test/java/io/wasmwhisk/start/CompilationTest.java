// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What keeps guests from being compiled, and what makes some of them slow. */
class CompilationTest {
  private static final String COST =
      "Guest code is only interpreted on this JVM, 70 to 270 times slower than native. ";

  @Test
  void otherJavasThan25DoNotCompile() {
    String advice =
        COST
            + "It is compiled on Java 25 only: start the invoker with a JRE 25 and the options of the plugin's jvm-25.options.";
    assertThat(Compilation.advice(Jvms.of("21.0.8").jvm())).isEqualTo(advice);
    assertThat(Compilation.advice(Jvms.of("26").jvm())).isEqualTo(advice);
  }

  @Test
  void aJreWithoutTheCompilersInterface() {
    assertThat(Compilation.advice(Jvms.of("25.0.2").withoutCompilerInterface().jvm()))
        .isEqualTo(
            COST
                + "The Java in /opt/java lacks the module jdk.internal.vm.ci, by which code is compiled: take another Java 25, Eclipse Temurin for instance, and the options of the plugin's jvm-25.options.");
  }

  @Test
  void noOptionsAtAll() {
    Jvms jvm =
        Jvms.of("25.0.3")
            .without(Compilation.INTERFACE)
            .without(Compilation.COMPILER)
            .upgradePath(Optional.empty());
    assertThat(Compilation.advice(jvm.jvm()))
        .isEqualTo(
            COST
                + "Start the JVM with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI --upgrade-module-path=DIRECTORY/graal-compiler: all options are in the plugin's jvm-25.options.");
  }

  @Test
  void anOptionThatIsMissingIsAMistakeWhereTheJvmCouldCompile() {
    assertThat(Compilation.mistake(Jvms.of("25.0.3").without(Compilation.INTERFACE).jvm()))
        .contains(
            "GraalWasm would only interpret guest code, 70 to 270 times slower than native. Start the JVM with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI: all options are in the plugin's jvm-25.options. To start all the same, on the other engine, set whisk.wasm.engine = endive.");
  }

  @Test
  void whatCannotCompileIsNoMistake() {
    assertThat(Compilation.mistake(Jvms.of("21.0.8").jvm())).isEmpty();
    assertThat(Compilation.mistake(Jvms.of("25.0.2").withoutCompilerInterface().jvm())).isEmpty();
  }

  @Test
  void nothingIsWrongWhereAllIsSet() {
    assertThat(Compilation.mistake(Jvms.of("25.0.3").jvm())).isEmpty();
  }

  @Test
  void onlyTheInterfaceIsOff() {
    assertThat(Compilation.advice(Jvms.of("25.0.3").without(Compilation.INTERFACE).jvm()))
        .isEqualTo(
            COST
                + "Start the JVM with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI: all options are in the plugin's jvm-25.options.");
  }

  @Test
  void aDirectoryWithoutTheCompiler() {
    assertThat(
            Compilation.advice(
                Jvms.of("25.0.3")
                    .without(Compilation.COMPILER)
                    .upgradePath(Optional.of("/nowhere"))
                    .jvm()))
        .isEqualTo(
            COST
                + "Start the JVM with --upgrade-module-path=DIRECTORY/graal-compiler (in /nowhere there is no module jdk.graal.compiler): all options are in the plugin's jvm-25.options.");
  }

  @Test
  void aCompilerOfAnotherVersion() {
    assertThat(Compilation.advice(Jvms.of("25.0.3+9-LTS").jvm()))
        .isEqualTo(
            COST
                + "The compiler file:///opt/compiler-25.0.4.jar does not fit Java 25.0.3+9-LTS: take the plugin's directory graal-compiler as it is.");
  }

  @Test
  void nothingToHintAtWhereAllIsSet() {
    assertThat(Compilation.hints(Jvms.of("25").jvm())).isEmpty();
  }

  @Test
  void hintsAtWhatMakesSomeGuestsSlow() {
    assertThat(Compilation.hints(Jvms.of("25").without(Compilation.VECTORS).avx(3).jvm()))
        .containsExactly(
            "Modules with SIMD instructions run about 35 times slower than they could: start the JVM with --add-modules=jdk.incubator.vector.",
            "On this processor, which has AVX-512, functions that convert u64 to f64 stay interpreted: start the JVM with -XX:UseAVX=2.");
  }

  @Test
  void thisJvmIsDescribed() {
    Jvm jvm = Jvm.current();
    assertThat(jvm.feature()).isEqualTo(Runtime.version().feature());
    assertThat(jvm.hasCompilerInterface()).isTrue();
    // As the build starts it.
    assertThat(jvm.hasModule(Compilation.INTERFACE)).isTrue();
    assertThat(jvm.hasModule(Compilation.COMPILER)).isTrue();
    assertThat(jvm.hasModule(Compilation.VECTORS)).isTrue();
    assertThat(jvm.place(Compilation.COMPILER)).contains("/compiler-25.0.");
    assertThat(jvm.upgradePath().orElse("")).endsWith("graal-compiler");
    assertThat(jvm.avx()).isBetween(0, 2);
  }
}
