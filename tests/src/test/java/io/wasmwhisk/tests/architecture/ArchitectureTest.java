// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each room knows the rooms that docs/architecture.md lets it know, and no others. */
class ArchitectureTest {
  private static final String ENGINE = "io.wasmwhisk.engine";
  private static final String START = "io.wasmwhisk.start";
  private static final String ECHO = "io.wasmwhisk.cli.bench.echo";
  private static final String PROCESS = "io.wasmwhisk.cli.bench.process";
  private static final String WORKLOAD = "io.wasmwhisk.cli.bench.workload";
  private static final String CALL = "io.wasmwhisk.cli.bench.call";
  private static final String DOOR = "org.apache.openwhisk.core.containerpool.wasm";
  private static final String DOOR_ON_PEKKO = DOOR + ".pekko";
  private static final String METRICS = DOOR + ".metrics";
  private static final String LOGS = DOOR + ".logs";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.wasmwhisk", DOOR);

  /** Rooms of the engine by name, with those that they may know. */
  private static final Map<String, List<String>> ENGINE_ROOMS =
      Map.ofEntries(
          Map.entry("binary", List.of()),
          Map.entry("runtime", List.of("binary")),
          Map.entry("graal", List.of("runtime", "binary")),
          Map.entry("snapshot", List.of("runtime", "binary")),
          Map.entry("endive", List.of("runtime", "binary", "store")),
          Map.entry("files", List.of()),
          Map.entry("wasi", List.of("runtime", "files")),
          Map.entry("limits", List.of()),
          Map.entry("store", List.of()),
          Map.entry("schedule", List.of()),
          Map.entry("http", List.of("runtime", "limits")),
          Map.entry("abi", List.of("runtime", "binary", "wasi", "files", "limits", "http")),
          Map.entry("ready", List.of("runtime")),
          Map.entry("tier", List.of("runtime", "binary")),
          Map.entry("run", List.of("runtime", "binary", "limits", "schedule")),
          Map.entry("cache", List.of("binary")));

  @TestFactory
  Stream<DynamicTest> everyRoomOfTheEngineKnowsOnlyItsOwn() {
    return ENGINE_ROOMS.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(), () -> onlyKnows(room.getKey(), room.getValue()).check(CLASSES)));
  }

  private static ArchRule onlyKnows(String room, List<String> known) {
    String itself = ENGINE + "." + room;
    return noClasses()
        .that(residesIn(itself))
        .should()
        .dependOnClassesThat(
            residesIn("io.wasmwhisk")
                .and(DescribedPredicate.not(residesIn(itself)))
                .and(DescribedPredicate.not(residesInAny(known))));
  }

  @Test
  void theTableNamesEveryRoomOfTheEngine() {
    Map<String, Boolean> seen = new LinkedHashMap<>();
    for (JavaClass each : CLASSES) {
      String name = each.getPackageName();
      if (name.startsWith(ENGINE + ".")) {
        seen.put(name.substring(ENGINE.length() + 1).split("\\.")[0], true);
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(ENGINE_ROOMS.keySet());
  }

  @Test
  void theEngineKnowsNoHost() {
    noClasses()
        .that(residesIn(ENGINE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "scala..",
            "akka..",
            "spray..",
            "org.apache.openwhisk..",
            "org.apache.pekko..",
            "com.typesafe..",
            "io.wasmwhisk.invoker..",
            "io.wasmwhisk.standalone..",
            "io.wasmwhisk.cli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheAdapterKnowsGraal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wasmwhisk.engine.graal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.graalvm..", "com.oracle.truffle..")
        .check(CLASSES);
  }

  @Test
  void onlyTheAdapterKnowsEndive() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wasmwhisk.engine.endive..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("run.endive..", "org.objectweb.asm..")
        .check(CLASSES);
  }

  @Test
  void onlyOutboundHttpKnowsHttpCore() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wasmwhisk.engine.http.client..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..")
        .check(CLASSES);
  }

  @Test
  void scalaAndAkkaStayAtTheDoor() {
    noClasses()
        .that(residesIn("io.wasmwhisk.invoker"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("scala..", "akka..", "spray..", "org.apache.openwhisk..")
        .check(CLASSES);
  }

  @Test
  void theDoorKnowsThePluginAndTheFacadeOnly() {
    classes()
        .that(residesIn(DOOR))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            DOOR,
            DOOR_ON_PEKKO,
            "io.wasmwhisk.invoker",
            "io.wasmwhisk.invoker.image",
            START,
            ENGINE,
            ENGINE + ".limits",
            "org.apache.openwhisk..",
            "scala..",
            "akka..",
            "org.apache.pekko..",
            "spray..",
            "kamon.metric..",
            // LogStores reads a setting of OpenWhisk's.
            "com.typesafe.config",
            "com.github.benmanes.caffeine..",
            "org.jspecify..",
            "java..")
        .check(CLASSES);
  }

  @Test
  void theChecksOfTheStartKnowNothing() {
    classes()
        .that(residesIn(START))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(START, "java..", "com.sun.management", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void theProviderNamesWhatIsNotForItsJavaByTextOnly() {
    classes()
        .that()
        .haveFullyQualifiedName(DOOR + ".WasmContainerFactoryProvider$")
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    START, "java..", "akka..", "org.apache.pekko..", "scala..", "org.jspecify..")
                .or(
                    residesIn("org.apache.openwhisk")
                        .and(DescribedPredicate.not(residesIn(DOOR)))
                        .or(
                            DescribedPredicate.describe(
                                "itself", each -> each.getName().endsWith("Provider$")))))
        .check(CLASSES);
  }

  @Test
  void eachDoorKnowsItsOwnToolkitOnly() {
    noClasses()
        .that(residesIn(DOOR_ON_PEKKO))
        .should()
        .dependOnClassesThat(residesIn("akka"))
        .check(CLASSES);
    noClasses()
        .that(residesIn(DOOR))
        .and()
        .resideOutsideOfPackage(DOOR_ON_PEKKO + "..")
        .and()
        .doNotHaveFullyQualifiedName(DOOR + ".WasmContainerFactoryProvider$")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pekko..", DOOR_ON_PEKKO)
        .check(CLASSES);
  }

  @Test
  void metricsKnowNothingOfTheDoor() {
    noClasses()
        .that(residesIn(METRICS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DOOR)
        .check(CLASSES);
    noClasses()
        .that(residesIn(DOOR))
        .and()
        .resideOutsideOfPackage("..metrics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kamon..")
        .check(CLASSES);
  }

  @Test
  void logsKnowNothingOfTheDoor() {
    noClasses()
        .that(residesIn(LOGS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DOOR, METRICS, DOOR_ON_PEKKO + "..")
        .check(CLASSES);
  }

  @Test
  void standaloneReachesThePluginByTheSpiOnly() {
    noClasses()
        .that(residesIn("io.wasmwhisk.standalone"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.wasmwhisk.engine..", "io.wasmwhisk.invoker..", DOOR + "..")
        .check(CLASSES);
  }

  @Test
  void ofTheCommandOnlyTheEchoContainersKnowOpenWhisk() {
    noClasses()
        .that(residesIn("io.wasmwhisk.cli"))
        .and()
        .resideOutsideOfPackage(ECHO)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("scala..", "akka..", "spray..", "org.apache.openwhisk..", ECHO)
        .check(CLASSES);
  }

  @Test
  void theEchoContainersStandAlone() {
    classes()
        .that(residesIn(ECHO))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ECHO,
            "org.apache.openwhisk..",
            "scala..",
            "akka..",
            "spray..",
            "org.jspecify..",
            "java..")
        .check(CLASSES);
  }

  @Test
  void whoLooksAtAServersProcessKnowsNothing() {
    classes()
        .that(residesIn(PROCESS))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            PROCESS, "java..", "javax.management..", "com.sun.tools.attach", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void workloadsKnowNoServerAndCallsNoBench() {
    noClasses()
        .that(residesIn(WORKLOAD))
        .should()
        .dependOnClassesThat(
            residesIn("io.wasmwhisk")
                .and(DescribedPredicate.not(residesIn(WORKLOAD)))
                .and(DescribedPredicate.not(residesIn("io.wasmwhisk.cli.json"))))
        .check(CLASSES);
    noClasses()
        .that(residesIn(CALL))
        .should()
        .dependOnClassesThat(
            residesIn("io.wasmwhisk.cli.bench")
                .and(DescribedPredicate.not(residesIn(CALL)))
                .and(DescribedPredicate.not(residesIn(WORKLOAD)))
                .and(DescribedPredicate.not(residesIn(PROCESS)))
                .and(DescribedPredicate.not(residesIn("io.wasmwhisk.cli.bench.module"))))
        .check(CLASSES);
  }

  @Test
  void theWholeKnowsOtherBenchesByTheirFilesOnly() {
    onlyKnowsOfTheCommand("io.wasmwhisk.cli.bench.whole", "io.wasmwhisk.cli.json");
    onlyKnowsOfTheCommand(
        "io.wasmwhisk.cli.bench.sleep", "io.wasmwhisk.cli.json", "io.wasmwhisk.cli.rest");
  }

  private static void onlyKnowsOfTheCommand(String room, String... known) {
    noClasses()
        .that(residesIn(room))
        .should()
        .dependOnClassesThat(
            residesIn("io.wasmwhisk")
                .and(DescribedPredicate.not(residesIn(room)))
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(known))))
        .check(CLASSES);
  }

  @Test
  void noTwoPackagesKnowEachOther() {
    slices().matching("io.wasmwhisk.cli.bench.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("io.wasmwhisk.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("io.wasmwhisk.standalone.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("io.wasmwhisk.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> residesIn(String room) {
    return JavaClass.Predicates.resideInAPackage(room + "..");
  }

  private static DescribedPredicate<JavaClass> residesInAny(List<String> rooms) {
    return JavaClass.Predicates.resideInAnyPackage(
        rooms.stream().map(room -> ENGINE + "." + room + "..").toArray(String[]::new));
  }
}
