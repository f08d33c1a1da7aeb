// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.ByteSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpareContextsTest {
  private static final int MOST = 2;

  /** Magic number and version, and no section. */
  private static final byte[] EMPTY_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

  private static GraalAdapter adapter;
  private SpareContexts spares;

  @BeforeAll
  static void start() {
    adapter = new GraalAdapter();
  }

  @AfterAll
  static void stop() {
    adapter.close();
  }

  @BeforeEach
  void none() {
    spares = new SpareContexts(MOST);
  }

  private static Source source() {
    return Source.newBuilder("wasm", ByteSequence.create(EMPTY_MODULE), "empty").buildLiteral();
  }

  private GraalCode code() {
    return new GraalCode(adapter, source(), spares);
  }

  @Test
  void aSpareIsTakenOnce() {
    GraalCode code = code();
    code.prepare();

    assertThat(spares.take(code)).isNotNull();
    assertThat(spares.take(code)).isNull();
  }

  @Test
  void aModuleHasOneSpareAtMost() {
    GraalCode code = code();
    code.prepare();
    LoadedContext superfluous = adapter.load(source());
    spares.put(code, superfluous);

    assertThat(spares.count()).isEqualTo(1);
    assertClosed(superfluous);
  }

  @Test
  void aSpareIsOfItsModuleOnly() {
    code().prepare();

    assertThat(spares.take(code())).isNull();
  }

  @Test
  void asManyAsTheLimitAreKept() {
    List<GraalCode> codes = prepared(MOST);

    assertThat(spares.count()).isEqualTo(MOST);
    assertThat(codes).allSatisfy(code -> assertThat(spares.take(code)).isNotNull());
  }

  @Test
  void ofOneMoreThanTheLimitOneIsClosed() {
    List<GraalCode> codes = new ArrayList<>();
    List<LoadedContext> made = new ArrayList<>();
    for (int i = 0; i <= MOST; i++) {
      codes.add(code());
      made.add(adapter.load(source()));
      spares.put(codes.get(i), made.get(i));
    }

    assertThat(spares.count()).isEqualTo(MOST);
    List<LoadedContext> closed = new ArrayList<>(made);
    codes.forEach(code -> closed.remove(spares.take(code)));
    assertThat(closed).hasSize(1).allSatisfy(SpareContextsTest::assertClosed);
  }

  @Test
  void anInstanceIsMadeInTheSpare() throws Exception {
    GraalCode code = code();
    code.prepare();
    code.instantiate((module, name) -> null, "memory").close();

    assertThat(spares.take(code)).isNull();
  }

  private List<GraalCode> prepared(int count) {
    List<GraalCode> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      codes.add(code());
      codes.get(i).prepare();
    }
    return codes;
  }

  private static void assertClosed(LoadedContext loaded) {
    assertThatThrownBy(() -> loaded.context().eval(source()))
        .isInstanceOf(PolyglotException.class)
        .hasMessage("Context execution was cancelled.");
  }
}
