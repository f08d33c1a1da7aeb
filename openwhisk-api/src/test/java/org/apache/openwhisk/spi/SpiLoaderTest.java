// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import scala.reflect.ManifestFactory;

class SpiLoaderTest {
  interface Greeting extends Spi {
    String text();
  }

  interface Nothing extends Spi {}

  interface Plain extends Spi {}

  interface Unset extends Spi {}

  /** The Scala object {@code Hello} as scalac compiles it. */
  public static final class Hello$ implements Greeting {
    public static final Hello$ MODULE$ = new Hello$();

    @Override
    public String text() {
      return "hello";
    }
  }

  /** A class that is no Scala object. */
  public static final class NoModule$ implements Plain {}

  @Test
  void loadsTheObjectThatTheSettingNames() {
    assertThat(load(Greeting.class)).isSameAs(Hello$.MODULE$);
  }

  @Test
  void anotherResolverMayNameIt() {
    SpiClassResolver resolver =
        new SpiClassResolver() {
          @Override
          public <T> String getClassNameForType(scala.reflect.Manifest<T> type) {
            return SpiLoaderTest.class.getName() + "$Hello";
          }
        };
    assertThat(SpiLoader.<Greeting>get(ManifestFactory.classType(Greeting.class), resolver).text())
        .isEqualTo("hello");
  }

  @Test
  void aMissingClassIsNamed() {
    assertThatThrownBy(() -> load(Nothing.class))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("org.apache.openwhisk.spi.Absent$");
  }

  @Test
  void aClassMustBeAnObject() {
    assertThatThrownBy(() -> load(Plain.class))
        .isInstanceOf(NoSuchFieldException.class)
        .hasMessage("MODULE$");
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(() -> load(Unset.class))
        .hasMessageContaining("No configuration setting found for key 'whisk.spi.Unset'");
  }

  private static <A extends Spi> A load(Class<A> type) {
    return SpiLoader.get(ManifestFactory.<A>classType(type), SpiLoader.<A>get$default$2());
  }
}
