// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.pool.ContainerPool;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import io.wasmwhisk.standalone.settings.Settings;
import io.wasmwhisk.standalone.store.ActionStore;
import io.wasmwhisk.standalone.store.ActivationStore;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** The API behind the server: all resources with what they work on. */
public final class RestApi {
  private final Routes routes;

  /** An API. */
  public RestApi(
      Settings settings,
      Runtimes runtimes,
      ActionStore actions,
      ActivationStore activations,
      ContainerPool pool,
      Clock clock) {
    JsonText json = new JsonText(settings.http().jsonNesting());
    Invoker invoker = new Invoker(pool, new Throttle(settings.quotas(), clock));
    routes =
        new Routes(
            new Authentication(settings.users()),
            new Info(settings, runtimes),
            new ActionsApi(
                actions,
                settings.http(),
                new ActionWrites(actions, runtimes, json, settings, clock),
                new ActionInvocations(actions, invoker, json, settings)),
            new ActivationsApi(activations, settings.http()));
  }

  CompletionStage<Answer> answer(Call call) {
    return routes.answer(call);
  }
}
