// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import akka.actor.ActorSystem;
import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.WhiskAction;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * A container: initialised once with an action's code, then run any number of times (the trait of
 * OpenWhisk's {@code containerpool/Container.scala}).
 *
 * <p>{@link #initialize} and {@link #run} wrap {@link #callContainer} in markers, deadlines and the
 * mapping of answers to activation responses. {@code suspend}, {@code resume} and {@code destroy}
 * must not be called concurrently; {@code run} may be.
 *
 * <p>In OpenWhisk the default {@code callContainer} posts to the container over HTTP, and {@code
 * resume} opens the connection; there is no HTTP client here, so a container overrides {@code
 * callContainer}.
 */
public interface Container {
  /** The actor system. */
  ActorSystem as();

  /** The container's identifier. */
  ContainerId id();

  /** Where the container listens. */
  ContainerAddress addr();

  /** The log. */
  Logging logging();

  /** Where futures run. */
  ExecutionContext ec();

  /** The connection to the container, where one is open. */
  Option<ContainerClient> httpConnection();

  /** Sets the connection. */
  void httpConnection_$eq(Option<ContainerClient> connection);

  /** The greatest number of concurrent runs, as the initialisation gave it. */
  int containerHttpMaxConcurrent();

  /** Sets the greatest number of concurrent runs. */
  void containerHttpMaxConcurrent_$eq(int maxConcurrent);

  /** The time limit of a call, as the initialisation gave it. */
  FiniteDuration containerHttpTimeout();

  /** Sets the time limit of a call. */
  void containerHttpTimeout_$eq(FiniteDuration timeout);

  /**
   * The output of the last activation: each element one JSON object {@code
   * {"time","stream","log"}}.
   *
   * @param limit the greatest size; more is cut and the last line says so
   * @param waitForSentinel whether the stream ends at the runtime's own mark
   */
  Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata transid);

  /** The container's identifier. */
  default ContainerId containerId() {
    return containerId$(this);
  }

  /** The body of {@link #containerId}. */
  static ContainerId containerId$(Container self) {
    return self.id();
  }

  /** Stops the container from using the processor, and closes its connection. */
  default Future<BoxedUnit> suspend(TransactionMetadata transid) {
    return suspend$(this, transid);
  }

  /** The body of {@link #suspend}. */
  static Future<BoxedUnit> suspend$(Container self, TransactionMetadata transid) {
    Option<ContainerClient> open = self.httpConnection();
    self.httpConnection_$eq(ScalaValues.none());
    return ContainerCalls.close(open);
  }

  /** Undoes {@link #suspend}; the default has no connection to open and does nothing. */
  default Future<BoxedUnit> resume(TransactionMetadata transid) {
    return resume$(this, transid);
  }

  /** The body of {@link #resume}. */
  static Future<BoxedUnit> resume$(Container self, TransactionMetadata transid) {
    return Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  /** Removes the container; the default closes its connection. */
  default Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return destroy$(this, transid);
  }

  /** The body of {@link #destroy}. */
  static Future<BoxedUnit> destroy$(Container self, TransactionMetadata transid) {
    return ContainerCalls.close(self.httpConnection());
  }

  /**
   * Gives the container its code. Fails with {@link InitializationError} whose response the user
   * gets, and with {@link ContainerHealthError} where the container answers 503.
   */
  default Future<Interval> initialize(
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      Option<WhiskAction> entity,
      TransactionMetadata transid) {
    return initialize$(this, initializer, timeout, maxConcurrent, entity, transid);
  }

  /** The body of {@link #initialize}. */
  static Future<Interval> initialize$(
      Container self,
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      Option<WhiskAction> entity,
      TransactionMetadata transid) {
    return ContainerCalls.initialize(self, initializer, timeout, maxConcurrent, transid);
  }

  /** No action. */
  default Option<WhiskAction> initialize$default$4() {
    return initialize$default$4$(this);
  }

  /** The body of {@link #initialize$default$4}. */
  static Option<WhiskAction> initialize$default$4$(Container self) {
    return ScalaValues.none();
  }

  /**
   * Runs the action once. Fails with {@link ContainerHealthError} where the container answers 503.
   *
   * @param environment {@code activation_id}, {@code action_name}, … as the runtime contract names
   *     them
   * @param maxResponse the greatest size of the result
   * @param truncation how much of a larger result is kept
   * @param reschedule whether a failed connection is a {@link ContainerHealthError}
   */
  default Future<Tuple2<Interval, ActivationResponse>> run(
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean reschedule,
      TransactionMetadata transid) {
    return run$(
        this,
        parameters,
        environment,
        timeout,
        maxConcurrent,
        maxResponse,
        truncation,
        reschedule,
        transid);
  }

  /** The body of {@link #run}. */
  static Future<Tuple2<Interval, ActivationResponse>> run$(
      Container self,
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean reschedule,
      TransactionMetadata transid) {
    return ContainerCalls.run(
        self,
        parameters,
        environment,
        timeout,
        maxConcurrent,
        maxResponse,
        truncation,
        reschedule,
        transid);
  }

  /** Not rescheduled. */
  default boolean run$default$7() {
    return run$default$7$(this);
  }

  /** The body of {@link #run$default$7}. */
  static boolean run$default$7$(Container self) {
    return false;
  }

  /** Posts a body to {@code /init} or {@code /run} of the container. */
  default Future<RunResult> callContainer(
      String path,
      JsObject body,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean retry,
      boolean reschedule,
      TransactionMetadata transid) {
    return callContainer$(
        this,
        path,
        body,
        timeout,
        maxConcurrent,
        maxResponse,
        truncation,
        retry,
        reschedule,
        transid);
  }

  /** The body of {@link #callContainer}. */
  static Future<RunResult> callContainer$(
      Container self,
      String path,
      JsObject body,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean retry,
      boolean reschedule,
      TransactionMetadata transid) {
    String text =
        "container "
            + self.id()
            + " does not override callContainer, and there is no HTTP client for "
            + path;
    return Future$.MODULE$.failed(new UnsupportedOperationException(text));
  }

  /** Not tried again. */
  default boolean callContainer$default$7() {
    return callContainer$default$7$(this);
  }

  /** The body of {@link #callContainer$default$7}. */
  static boolean callContainer$default$7$(Container self) {
    return false;
  }

  /** Not rescheduled. */
  default boolean callContainer$default$8() {
    return callContainer$default$8$(this);
  }

  /** The body of {@link #callContainer$default$8}. */
  static boolean callContainer$default$8$(Container self) {
    return false;
  }

  /** The body of the trait's {@code toString}: the identifier. */
  static String toString$(Container self) {
    return self.id() == null ? "no-container-id" : self.id().toString();
  }

  /** See {@link Container$#ACTIVATION_LOG_SENTINEL}. */
  static String ACTIVATION_LOG_SENTINEL() {
    return Container$.MODULE$.ACTIVATION_LOG_SENTINEL();
  }

  /** What scalac calls from the constructor of every implementing class: sets the three vars. */
  static void $init$(Container self) {
    self.httpConnection_$eq(ScalaValues.none());
    self.containerHttpMaxConcurrent_$eq(1);
    self.containerHttpTimeout_$eq(new FiniteDuration(60, TimeUnit.SECONDS));
  }
}
