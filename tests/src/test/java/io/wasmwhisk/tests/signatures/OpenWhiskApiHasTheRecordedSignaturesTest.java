// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The classes that stand in for OpenWhisk's have OpenWhisk's signatures. They may lack members,
 * which then do not link; what they have is the recorded one, so that a class compiled against
 * either links to the other.
 */
class OpenWhiskApiHasTheRecordedSignaturesTest {
  private static final String OF_THE_MODULE = "org.apache.openwhisk.spi.Spi";

  /**
   * What scalac gives to case classes and default arguments, and spray asks of a protocol; not
   * recorded one by one.
   */
  private static final Pattern GIVEN =
      Pattern.compile(
          "product(Arity|Element|Prefix)|canEqual|equals|hashCode|toString"
              + "|.*\\$default\\$\\d+|[A-Za-z]+Format");

  private static final Map<String, Shape> RECORDED = RecordedSignatures.read();

  @Test
  void classesAndMembersAreTheRecordedOnes() {
    List<Shape> ours = ModuleClasses.of(OF_THE_MODULE).values().stream().map(Shape::read).toList();
    Set<String> compared =
        ours.stream().map(Shape::name).filter(RECORDED::containsKey).collect(Collectors.toSet());
    assertThat(compared).hasSizeGreaterThan(60);
    assertThat(ours.stream().flatMap(shape -> differences(shape).stream())).isEmpty();
  }

  @Test
  void differencesAreFound() {
    Shape recorded = RECORDED.get("org.apache.openwhisk.core.containerpool.ContainerId");
    assertThat(recorded).isNotNull();
    List<Member> members = new ArrayList<>();
    members.add(Member.parse("asString ()Ljava/lang/String;"));
    members.add(Member.parse("asString (I)Ljava/lang/String;"));
    members.add(
        Member.parse(
            "apply (Ljava/lang/String;)Lorg/apache/openwhisk/core/containerpool/ContainerId;"));
    members.add(Member.parse("productArity ()I"));
    members.add(Member.parse("shorter ()Ljava/lang/String;"));
    Shape other =
        new Shape(recorded.name(), "final class", recorded.superclass(), List.of(), members);
    assertThat(differences(other))
        .containsExactlyInAnyOrder(
            recorded.name()
                + ": final class, java.lang.Object, [] is recorded as class,"
                + " java.lang.Object, [scala.Product, scala.Serializable]",
            recorded.name()
                + ": apply (Ljava/lang/String;)Lorg/apache/openwhisk/core/containerpool/ContainerId;"
                + " is not recorded",
            recorded.name() + ": asString (I)Ljava/lang/String; is not recorded",
            recorded.name() + ": shorter ()Ljava/lang/String; is not recorded");
  }

  private static Set<String> differences(Shape ours) {
    Set<String> differences = new TreeSet<>();
    Shape recorded = RECORDED.get(ours.name());
    if (recorded == null) {
      return differences;
    }
    if (!ours.header().equals(recorded.header())) {
      differences.add(ours.name() + ": " + header(ours) + " is recorded as " + header(recorded));
    }
    Set<String> names = recorded.members().stream().map(Member::name).collect(Collectors.toSet());
    for (Member member : ours.members()) {
      boolean given = !names.contains(member.name()) && GIVEN.matcher(member.name()).matches();
      if (!given && !recorded.members().contains(member)) {
        differences.add(ours.name() + ": " + member + " is not recorded");
      }
    }
    return differences;
  }

  private static String header(Shape shape) {
    return shape.kind() + ", " + shape.superclass() + ", " + shape.interfaces();
  }
}
