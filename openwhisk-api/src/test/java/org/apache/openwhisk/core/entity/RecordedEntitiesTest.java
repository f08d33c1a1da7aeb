// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.apache.openwhisk.core.entity.Recordings.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;

/** Reading, checking and writing entities gives what OpenWhisk 2.0.0 gave, text for text. */
class RecordedEntitiesTest {
  @TestFactory
  Stream<DynamicTest> sizes() {
    return rows("sizes", RecordedEntitiesTest::size);
  }

  @TestFactory
  Stream<DynamicTest> images() {
    return rows("images", ExecManifest.ImageName$.MODULE$::fromString);
  }

  @TestFactory
  Stream<DynamicTest> manifests() {
    return rows("manifests", RecordedEntitiesTest::manifest);
  }

  @TestFactory
  Stream<DynamicTest> kinds() {
    ExecManifest.Runtimes runtimes = Recordings.manifest();
    return rows(
        "kinds",
        kind -> runtimes.resolveDefaultRuntime(kind).map(ExecManifest.RuntimeManifest::kind));
  }

  @TestFactory
  Stream<DynamicTest> execs() {
    return rows("execs", RecordedEntitiesTest::exec);
  }

  @TestFactory
  Stream<DynamicTest> base64() {
    return rows("base64", Exec::isBinaryCode);
  }

  @TestFactory
  Stream<DynamicTest> names() {
    return rows("names", EntityName$.MODULE$::apply);
  }

  @TestFactory
  Stream<DynamicTest> paths() {
    return rows("paths", RecordedEntitiesTest::path);
  }

  @TestFactory
  Stream<DynamicTest> versions() {
    return rows(
        "versions", text -> SemVer$.MODULE$.toString$extension(SemVer$.MODULE$.apply(text)));
  }

  @TestFactory
  Stream<DynamicTest> activationIds() {
    return rows("activation-ids", ActivationId::parse);
  }

  @TestFactory
  Stream<DynamicTest> limits() {
    return rows("limits", text -> ActionLimits$.MODULE$.serdes().read(Json.parse(text)));
  }

  @TestFactory
  Stream<DynamicTest> limitsChecked() {
    return rows("limits-checked", RecordedEntitiesTest::check);
  }

  @TestFactory
  Stream<DynamicTest> parameters() {
    return rows("parameters", RecordedEntitiesTest::parameters);
  }

  @TestFactory
  Stream<DynamicTest> truthy() {
    return rows(
        "truthy",
        text ->
            Parameters.isTruthy$extension(
                Parameters$.MODULE$.apply("q", Json.parse(text)), "q", false));
  }

  private static Stream<DynamicTest> rows(String table, Function<String, Object> subject) {
    return Recordings.table(table).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0).isBlank() ? "(blank)" : row.get(0),
                    () ->
                        assertThat(outcome(() -> subject.apply(row.get(0))))
                            .isEqualTo(row.get(1))));
  }

  private static String size(String text) {
    ByteSize size = ByteSize.fromString(text);
    return size + "/" + size.toBytes() + "/" + size.toKB() + "/" + size.toMB();
  }

  private static Object manifest(String json) {
    try {
      return Recordings.manifest(json).toJson();
    } catch (RuntimeException e) {
      return e;
    } finally {
      Recordings.manifest();
    }
  }

  private static String exec(String json) {
    Recordings.manifest();
    Exec exec = Exec$.MODULE$.serdes().read(Json.parse(json));
    String all = exec + " " + exec.kind() + " " + exec.deprecated() + " " + exec.size();
    return exec instanceof CodeExec<?> code
        ? all
            + (" " + code.binary() + code.pull() + code.sentinelledLogs())
            + (" " + code.image() + " " + code.entryPoint() + " " + code.codeAsJson())
        : all;
  }

  private static String path(String text) {
    EntityPath$ paths = EntityPath$.MODULE$;
    Seq<String> path = paths.apply(text);
    return String.join(
        " ",
        paths.asString$extension(path),
        paths.root$extension(path),
        paths.asString$extension(paths.resolveNamespace$extension1(path, "guest")),
        paths.asString$extension(paths.addPath$extension0(path, "z")));
  }

  private static String check(String numbers) {
    List<Integer> limits =
        Stream.of(numbers.replaceAll("[\\[\\]]", "").split(", ", -1))
            .map(Integer::valueOf)
            .toList();
    FiniteDuration time = new FiniteDuration(limits.get(0), TimeUnit.MILLISECONDS);
    new ActionLimits(time, limits.get(1), limits.get(2), limits.get(3), ScalaValues.none())
        .checkLimits(guest());
    return "ok";
  }

  private static String parameters(String json) {
    Map<ParameterName, ParameterValue> read =
        Parameters$.MODULE$.serdes().read(Json.parse(json)).params();
    return Parameters.toString$extension(read)
        + Parameters.size$extension(read)
        + Parameters.definedParameters$extension(read)
        + Parameters.initParameters$extension(read)
        + Parameters.toJsObject$extension(read);
  }

  private static Identity guest() {
    return Identity.apply(
        "guest",
        Namespace.apply("guest", "uuid"),
        new GenericAuthKey(new JsObject(ScalaValues.map())),
        ScalaValues.set(List.of()),
        UserLimits.standardUserLimits());
  }
}
