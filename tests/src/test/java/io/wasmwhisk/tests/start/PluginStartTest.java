// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.plugin.PluginDirectory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every start ends, soon and with words: on each Java, and wrong in each way
 * (docs/troubleshooting.md).
 */
class PluginStartTest {
  private static final Duration MOST = Duration.ofSeconds(10);

  private static final String FAILED = "WasmWhisk could not start: ";
  private static final String UNSET =
      FAILED + "GraalWasm would only interpret guest code, 70 to 270 times slower than native. ";
  private static final String ALLOW =
      " To start all the same, on the other engine, set whisk.wasm.engine = endive.";
  private static final String TAKEN_OVER =
      " GraalWasm would only interpret guest code on this JVM, 70 to 270 times slower than native. So Endive runs it, but for modules that only GraalWasm can run, such as those with SIMD. ";
  private static final String SLOW =
      " Guest code is only interpreted on this JVM, 70 to 270 times slower than native. ";

  @TempDir private static Path directory = Path.of("");

  /**
   * One way to start.
   *
   * @param name for people
   * @param java the Java's version
   * @param compiles whether that Java has JVMCI
   * @param options of the JVM
   * @param missing beginnings of the names of the jars that are not there
   * @param doubled the beginning of the name of one that is there twice
   * @param fails whether the process is to end
   * @param message what it says, with * for what differs between machines
   */
  private record Case(
      String name,
      int java,
      boolean compiles,
      List<String> options,
      List<String> missing,
      Optional<String> doubled,
      boolean fails,
      String message) {
    private static Case on(int java, boolean compiles) {
      return new Case(
          "Java " + java + (compiles || java < 25 ? "" : " without JVMCI"),
          java,
          compiles,
          List.of(),
          List.of(),
          Optional.empty(),
          false,
          "");
    }

    private Case named(String newName) {
      return new Case(newName, java, compiles, options, missing, doubled, fails, message);
    }

    private Case with(String... newOptions) {
      return new Case(name, java, compiles, List.of(newOptions), missing, doubled, fails, message);
    }

    private Case without(String... jars) {
      return new Case(name, java, compiles, options, List.of(jars), doubled, fails, message);
    }

    private Case twice(String jar) {
      return new Case(name, java, compiles, options, missing, Optional.of(jar), fails, message);
    }

    private Case starts(String says) {
      return new Case(
          name,
          java,
          compiles,
          options,
          missing,
          doubled,
          false,
          "WasmWhisk runs actions on " + says);
    }

    private Case fails(String says) {
      return new Case(name, java, compiles, options, missing, doubled, true, says);
    }
  }

  private static List<Case> cases() throws IOException {
    String tooOld =
        FAILED
            + "it needs Java 21 or newer, and Java 25 to compile WebAssembly to machine code, but this is Java *. Start the invoker with a JRE 25 and the options of the plugin's jvm-25.options.";
    String[] jit = options(Repository.pluginDirectory().resolve("graal-compiler").toString());
    Case compiled = Case.on(25, true).with(jit);
    return List.of(
        Case.on(11, true).fails(tooOld),
        Case.on(17, true).fails(tooOld),
        Case.on(21, false)
            .starts(
                "endive (JVM bytecode), Java 21*."
                    + TAKEN_OVER
                    + "It is compiled on Java 25 only: start the invoker with a JRE 25 and the options of the plugin's jvm-25.options."),
        Case.on(25, false)
            .starts(
                "endive (JVM bytecode), Java 25*."
                    + TAKEN_OVER
                    + "The Java in * lacks the module jdk.internal.vm.ci, by which code is compiled: take another Java 25, Eclipse Temurin for instance, and the options of the plugin's jvm-25.options."),
        Case.on(25, true)
            .named("Java 25 without options")
            .fails(
                UNSET
                    + "Start the JVM with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI --upgrade-module-path=DIRECTORY/graal-compiler: all options are in the plugin's jvm-25.options."
                    + ALLOW),
        Case.on(25, true)
            .named("Java 25 without options, as it is wanted")
            .with("-Dwhisk.wasm.engine=endive")
            .starts("endive (JVM bytecode), Java 25*"),
        Case.on(21, false)
            .named("Java 21 with GraalWasm by choice")
            .with("-Dwhisk.wasm.engine=graalwasm")
            .starts(
                "graalwasm (Interpreted), Java 21*."
                    + SLOW
                    + "It is compiled on Java 25 only: start the invoker with a JRE 25 and the options of the plugin's jvm-25.options."),
        Case.on(25, true)
            .named("Java 25 with another directory")
            .with(options("/nowhere"))
            .fails(
                UNSET
                    + "Start the JVM with --upgrade-module-path=DIRECTORY/graal-compiler (in /nowhere there is no module jdk.graal.compiler): all options are in the plugin's jvm-25.options."
                    + ALLOW),
        Case.on(25, true)
            .named("no place to write")
            .with(and(jit, "-Duser.home=/proc", "-Djava.io.tmpdir=/proc"))
            .fails(
                UNSET
                    + "GraalWasm unpacks a library in /proc/.cache/org.graalvm.polyglot, where this process cannot write (*): give the invoker's user a home directory that it can write, or start the JVM with -Dpolyglot.engine.userResourceCache=DIRECTORY, one that only this user can write."
                    + ALLOW),
        compiled
            .named("Java 25 with the plugin's options")
            .starts("graalwasm (GraalVM CE), Java 25*"),
        compiled
            .named("a missing jar")
            .without("wasm-language")
            .fails(
                FAILED
                    + "of GraalWasm's jars wasm-language is not on the invoker's class path, or cannot be read. Copy all jars of the plugin's ext-lib into the directory of *."),
        compiled
            .named("a jar of another version, too")
            .twice("polyglot")
            .fails(
                FAILED
                    + "polyglot is on the invoker's class path 2 times: *, *. Remove all but those of one version of the plugin."),
        compiled
            .named("the plugin's own jar missing")
            .without("wasmwhisk-invoker")
            .fails("org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider$"),
        compiled
            .named("an unknown setting")
            .with(and(jit, "-Dwhisk.wasm.stak=1m"))
            .fails(
                FAILED
                    + "The configuration has 1 problem(s): whisk.wasm.stak is not a setting; there are *"),
        compiled
            .named("a wrong delegate")
            .with(and(jit, "-Dwhisk.wasm.delegate=example.Nobody"))
            .fails(
                FAILED
                    + "whisk.wasm.delegate = example.Nobody is not on the invoker's class path. Name a ContainerFactoryProvider, such as org.apache.openwhisk.core.containerpool.docker.DockerContainerFactoryProvider, or none."));
  }

  /** Those of the plugin's file, with the compiler's directory. */
  private static String[] options(String compiler) throws IOException {
    Path file = Repository.pluginDirectory().resolve("jvm-25.options");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.replace("/opt/wasmwhisk/graal-compiler", compiler))
        .toArray(String[]::new);
  }

  private static String[] and(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  @TestFactory
  Stream<DynamicNode> everyStartEndsWithWords() throws Exception {
    PluginDirectory.require();
    List<InvokerProgram> programs = new ArrayList<>();
    programs.add(InvokerProgram.like(directory));
    String openWhisk = System.getProperty("openwhisk.lib", "");
    if (!openWhisk.isEmpty()) {
      programs.add(InvokerProgram.real(OpenWhiskClasses.in(Path.of(openWhisk)), directory));
    }
    List<Case> cases = cases();
    return programs.stream()
        .map(
            program ->
                DynamicContainer.dynamicContainer(
                    program.name(),
                    cases.stream()
                        .map(
                            each ->
                                DynamicTest.dynamicTest(
                                    each.name(), () -> starts(program, each)))));
  }

  private static void starts(InvokerProgram program, Case wanted) throws Exception {
    Optional<Jre> jre = Jre.find(wanted.java(), wanted.compiles());
    Assumptions.assumeTrue(jre.isPresent(), Jre.none(wanted.java(), wanted.compiles()));
    Start start = Start.of(program.on(jre.orElseThrow(), wanted.options(), jars(wanted)));
    System.out.printf(
        "%s, %s: %s after %d ms: %s%n",
        program, wanted.name(), start.code(), start.time().toMillis(), start.message());
    assertThat(start.message()).matches(pattern(wanted.message()));
    assertThat(start.code()).isEqualTo(wanted.fails() ? Optional.of(1) : Optional.empty());
    assertThat(start.time()).isLessThan(MOST.multipliedBy(crowd()));
  }

  /** How many want each processor: on a busy machine all takes that much longer. */
  private static long crowd() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return Math.max(
        1, Math.round(machine.getSystemLoadAverage() / machine.getAvailableProcessors()));
  }

  private static Pattern pattern(String message) {
    return Pattern.compile(
        Stream.of(message.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  private static List<Path> jars(Case wanted) throws IOException {
    List<Path> jars =
        new ArrayList<>(
            PluginDirectory.jars().stream()
                .filter(file -> wanted.missing().stream().noneMatch(isNamed(file)))
                .toList());
    if (wanted.doubled().isPresent()) {
      Path jar =
          jars.stream()
              .filter(file -> isNamed(file).test(wanted.doubled().orElseThrow()))
              .findFirst()
              .orElseThrow();
      Path other = directory.resolve("other-" + jar.getFileName());
      jars.add(Files.exists(other) ? other : Files.copy(jar, other));
    }
    return jars;
  }

  private static Predicate<String> isNamed(Path file) {
    return name -> file.getFileName().toString().startsWith(name + "-");
  }
}
