// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.openwhisk.core.entity.BlackBoxExec;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.Exec;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.SizeError;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.immutable.Set;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/** Every text is the one that OpenWhisk 2.0.0 has for the same arguments. */
class MessagesTest {
  private static final ByteSize MB = ByteSize.fromString("1 MB");
  private static final FiniteDuration SECOND = new FiniteDuration(1, TimeUnit.SECONDS);

  @Test
  void textsAreOpenWhisks() throws Exception {
    Map<String, Object> texts = new TreeMap<>();
    for (Method method : Messages.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        texts.put(signature(method), method.invoke(null, arguments(method)));
      }
    }
    assertThat(texts).containsExactlyInAnyOrderEntriesOf(recorded());
  }

  @Test
  void anEmptyAnswerEndsTheSentence() {
    assertThat(Messages.invalidRunResponse(""))
        .isEqualTo("The action did not produce a valid JSON or JSON Array response.");
    assertThat(Messages.invalidInitResponse(null))
        .isEqualTo("The action failed during initialization.");
  }

  @Test
  void aRunTimesOutOtherwiseThanAnInitialisation() {
    assertThat(Messages.timedoutActivation(SECOND, false))
        .isEqualTo("The action exceeded its time limits of 1000 milliseconds.");
    assertThat(Messages.timedoutActivation(SECOND, true))
        .isEqualTo(
            "The action exceeded its time limits of 1000 milliseconds during initialization.");
  }

  private static String signature(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static Object[] arguments(Method method) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(types[i], i);
    }
    return arguments;
  }

  private static Object argument(Class<?> type, int index) {
    Map<Class<?>, Object> values =
        Map.of(
            String.class,
            "S" + index,
            int.class,
            index + 40,
            boolean.class,
            true,
            ByteSize.class,
            MB,
            Duration.class,
            SECOND,
            FiniteDuration.class,
            SECOND,
            SizeError.class,
            SizeError.apply("f", MB, ByteSize.fromString("1024 KB")),
            Set.class,
            ScalaValues.set(List.of("a")),
            Exec.class,
            exec());
    return Objects.requireNonNull(values.get(type), type.toString());
  }

  private static Exec exec() {
    ExecManifest.ImageName image =
        new ExecManifest.ImageName("i", Option.empty(), Option.empty(), Option.empty());
    return new BlackBoxExec(image, Option.empty(), Option.empty(), true, false);
  }

  private static Map<String, Object> recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            MessagesTest.class.getResourceAsStream("/openwhisk-2.0.0/messages.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }
  }
}
