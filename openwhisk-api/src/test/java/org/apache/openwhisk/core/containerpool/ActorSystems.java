// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import akka.actor.ActorSystem;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import scala.concurrent.Await;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

/** An actor system for the tests of a class. */
public final class ActorSystems implements AfterAllCallback {
  private static final FiniteDuration PATIENCE = new FiniteDuration(30, TimeUnit.SECONDS);

  private final ActorSystem system = ActorSystem.create("test");

  /** The actor system. */
  public ActorSystem system() {
    return system;
  }

  /** A future's value, or its failure thrown. */
  public static <T> T await(Future<T> future) throws Exception {
    return Await.result(future, PATIENCE);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    await(system.terminate());
  }
}
