// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Exec;
import io.wasmwhisk.standalone.entities.Parameters;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.entities.Version;
import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.limits.ActionLimits;
import io.wasmwhisk.standalone.runtimes.ImageName;
import io.wasmwhisk.standalone.settings.StoreSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spray.json.JsObject;

class StoresTest {
  private static final ActivationQuery ALL =
      new ActivationQuery("guest", Optional.empty(), Optional.empty(), Optional.empty());

  private final ActionStore actions = new ActionStore(ActionChanges.IGNORED);

  @Test
  void anActionIsCreatedOnce() {
    assertThat(actions.create(action("a", 1))).isPresent();
    assertThat(actions.create(action("a", 1))).isEmpty();
  }

  @Test
  void aChangeSucceedsOnlyOnTheRevisionItStartedFrom() {
    Action first = actions.create(action("a", 1)).orElseThrow();
    assertThat(actions.replace(first, first)).isPresent();
    assertThat(actions.replace(first, first)).isEmpty();
    assertThat(actions.remove(first)).isFalse();
    assertThat(actions.remove(actions.get("guest", "a").orElseThrow())).isTrue();
    assertThat(actions.get("guest", "a")).isEmpty();
  }

  @Test
  void whatWasDoneIsToldAndNothingElse() {
    List<String> told = new ArrayList<>();
    ActionStore watched =
        new ActionStore(
            new ActionChanges() {
              @Override
              public void stored(Action action) {
                told.add("stored " + action.name() + " " + action.revision());
              }

              @Override
              public void removed(Action action) {
                told.add("removed " + action.name());
              }
            });
    Action first = watched.create(action("a", 1)).orElseThrow();
    watched.create(action("a", 1));
    Action second = watched.replace(first, first).orElseThrow();
    watched.replace(first, first);
    watched.remove(first);
    watched.remove(second);

    assertThat(told)
        .containsExactly(
            "stored a " + first.revision(), "stored a " + second.revision(), "removed a");
  }

  @Test
  void actionsAreListedLatestFirst() {
    actions.create(action("a", 5));
    actions.create(action("b", 7));
    actions.create(action("c", 5));
    assertThat(actions.list("guest", 0, 10))
        .extracting(Action::name)
        .containsExactly("b", "c", "a");
    assertThat(actions.list("guest", 1, 1)).extracting(Action::name).containsExactly("c");
    assertThat(actions.count("guest", 1)).isEqualTo(2);
    assertThat(actions.count("guest", 4)).isZero();
    assertThat(actions.list("other", 0, 10)).isEmpty();
  }

  @Test
  void theOldestActivationsAreForgottenByNumber() {
    ActivationStore store = new ActivationStore(new StoreSettings(2, 1_000_000));
    store.put(activation("1", "a", 1, 0));
    store.put(activation("2", "a", 2, 0));
    store.put(activation("3", "a", 3, 0));
    assertThat(store.list(ALL, 0, 10)).extracting(Activation::id).containsExactly("3", "2");
  }

  @Test
  void theOldestActivationsAreForgottenBySizeButNeverTheNewest() {
    ActivationStore store = new ActivationStore(new StoreSettings(10, 4096));
    store.put(activation("1", "a", 1, 0));
    store.put(activation("2", "a", 2, 1024));
    assertThat(store.count(ALL, 0)).isEqualTo(2);
    store.put(activation("3", "a", 3, 0));
    assertThat(store.list(ALL, 0, 10)).extracting(Activation::id).containsExactly("3", "2");
    store.put(activation("4", "a", 4, 100_000));
    assertThat(store.list(ALL, 0, 10)).extracting(Activation::id).containsExactly("4");
  }

  @Test
  void whoseRecordsAreLargeDrivesOutHisOwn() {
    ActivationStore store = new ActivationStore(new StoreSettings(10, 11_000));
    store.put(activationOf("neighbour", "1"));
    store.put(activation("2", "a", 2, 1024));
    store.put(activation("3", "a", 3, 1024));
    store.put(activation("4", "a", 4, 1024));
    store.put(activation("5", "a", 5, 1024));

    assertThat(store.get("neighbour", "1")).isPresent();
    assertThat(store.list(ALL, 0, 10)).extracting(Activation::id).containsExactly("5", "4", "3");
  }

  @Test
  void aCutResultCountsAsLongAsItIs() {
    ActivationStore store = new ActivationStore(new StoreSettings(10, 4096));
    store.put(activation("1", "a", 1, 0));
    JsObject cut = Fields.byName().with("error", "too long, it begins with: abc").toJson();
    store.put(
        activation(
            "2",
            "a",
            2,
            new Response(
                Response.Status.APPLICATION_ERROR, Optional.of(cut), Optional.of(100_000))));
    assertThat(store.count(ALL, 0)).isEqualTo(2);
  }

  @Test
  void activationsAreFoundByNameAndTime() {
    ActivationStore store = new ActivationStore(new StoreSettings(10, 1_000_000));
    store.put(activation("1", "a", 1, 0));
    store.put(activation("2", "b", 2, 0));
    store.put(activation("3", "a", 3, 0));
    ActivationQuery ofA =
        new ActivationQuery("guest", Optional.of("a"), Optional.empty(), Optional.empty());
    assertThat(store.list(ofA, 0, 10)).extracting(Activation::id).containsExactly("3", "1");
    ActivationQuery second =
        new ActivationQuery(
            "guest",
            Optional.empty(),
            Optional.of(Instant.ofEpochMilli(2)),
            Optional.of(Instant.ofEpochMilli(2)));
    assertThat(store.list(second, 0, 10)).extracting(Activation::id).containsExactly("2");
    assertThat(store.get("other", "1")).isEmpty();
    assertThat(store.get("guest", "1")).isPresent();
  }

  private static Action action(String name, long updated) {
    ImageName image = new ImageName("i", Optional.empty(), Optional.empty(), Optional.empty());
    return new Action(
        "guest",
        name,
        new Exec("wasm", image, Optional.of(""), false, Optional.empty(), false, true),
        Parameters.NONE,
        new ActionLimits(1, 1, 1, 1, Optional.empty()),
        Version.FIRST,
        false,
        Parameters.NONE,
        Instant.ofEpochMilli(updated),
        0);
  }

  private static Activation activation(String id, String name, long start, int size) {
    return activation(
        id,
        name,
        start,
        new Response(Response.Status.SUCCESS, Optional.empty(), Optional.of(size)));
  }

  private static Activation activationOf(String namespace, String id) {
    Response empty = new Response(Response.Status.SUCCESS, Optional.empty(), Optional.of(0));
    return activation(namespace, id, "a", 1, empty);
  }

  private static Activation activation(String id, String name, long start, Response response) {
    return activation("guest", id, name, start, response);
  }

  private static Activation activation(
      String namespace, String id, String name, long start, Response response) {
    Instant time = Instant.ofEpochMilli(start);
    return new Activation(
        namespace,
        name,
        "guest",
        id,
        time,
        time,
        0,
        response,
        List.of(),
        Version.FIRST,
        Parameters.NONE);
  }
}
