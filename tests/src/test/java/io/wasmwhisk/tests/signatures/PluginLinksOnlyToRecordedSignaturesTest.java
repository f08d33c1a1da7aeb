// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The plugin's class files link on a real OpenWhisk, 2.0.0 and master, member by member. */
class PluginLinksOnlyToRecordedSignaturesTest {
  private static final String PROVIDER =
      "org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider$";

  private static final String STARTER =
      "org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryStarter";

  private static final String DOOR = "org/apache/openwhisk/core/containerpool/wasm/";
  private static final String ON_PEKKO = DOOR + "pekko/";

  private static final Map<String, Shape> RECORDED = RecordedSignatures.read();

  @Test
  void theRecordIsRead() {
    assertThat(RECORDED).hasSize(70);
    assertThat(RECORDED.values().stream().mapToInt(shape -> shape.members().size()).sum())
        .isEqualTo(940);
  }

  @Test
  void thePluginNamesNothingElse() {
    Linker linker = new Linker(RECORDED, classFiles(path -> !path.startsWith(ON_PEKKO)));
    assertThat(linker.unresolved()).isEmpty();
    assertThat(linker.count()).isGreaterThan(30);
  }

  @Test
  void onPekkoItNamesNothingElse() {
    Linker linker =
        new Linker(
            RecordedSignatures.readOnPekko(),
            classFiles(path -> path.startsWith(ON_PEKKO) || !path.startsWith(DOOR)));
    assertThat(linker.unresolved()).isEmpty();
    assertThat(linker.count()).isGreaterThan(30);
  }

  @Test
  void everyClassOfTheDoorIsThereOnPekkoToo() {
    Set<String> onAkka = new TreeSet<>();
    Set<String> onPekko = new TreeSet<>();
    for (String path : ModuleClasses.of(STARTER).keySet()) {
      if (path.startsWith(ON_PEKKO)) {
        onPekko.add(path.substring(ON_PEKKO.length()));
      } else if (path.startsWith(DOOR)) {
        onAkka.add(path.substring(DOOR.length()));
      }
    }
    assertThat(onPekko).isEqualTo(onAkka).hasSizeGreaterThan(8);
  }

  private static List<byte[]> classFiles(Predicate<String> paths) {
    return Stream.of(PROVIDER, STARTER)
        .flatMap(module -> ModuleClasses.of(module).entrySet().stream())
        .filter(each -> paths.test(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void whatIsNotRecordedIsFound() throws IOException {
    String from = "io.wasmwhisk.tests.signatures.LinksToMore -> org.apache.openwhisk.";
    assertThat(new Linker(RECORDED, List.of(classFile(LinksToMore.class))).unresolved())
        .containsExactly(
            from + "common.StartMarker",
            from + "common.StartMarker start ()Ljava/time/Instant;",
            from + "core.WhiskConfig isValid ()Z",
            from + "core.entity.ActivationResponse$ success$default$1 ()Lscala/Option;");
  }

  @Test
  void aStaticMemberIsNotAnInstanceMember() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V21, Opcodes.ACC_PUBLIC, "Mixed", null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "mix", "()V", null, null);
    String sentinel = "ACTIVATION_LOG_SENTINEL";
    String container = "org/apache/openwhisk/core/containerpool/Container";
    code.visitMethodInsn(Opcodes.INVOKESTATIC, container, sentinel, "()Ljava/lang/String;", true);
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, container, sentinel, "()Ljava/lang/String;", true);
    writer.visitEnd();
    assertThat(new Linker(RECORDED, List.of(writer.toByteArray())).unresolved())
        .containsExactly(
            "Mixed -> org.apache.openwhisk.core.containerpool.Container"
                + " ACTIVATION_LOG_SENTINEL ()Ljava/lang/String;");
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream file =
        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name), name)) {
      return file.readAllBytes();
    }
  }
}
