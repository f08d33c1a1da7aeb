// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import io.wasmwhisk.invoker.Answer;
import java.time.Duration;
import java.time.Instant;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.ContainerHealthError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.containerpool.RunResult;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.Option;
import scala.Tuple2;
import scala.util.Either;
import scala.util.Failure;
import scala.util.Left;
import scala.util.Right;
import scala.util.Success;
import scala.util.Try;

/** Answers as the results of the trait {@code Container}'s calls. */
final class RunResults {
  private RunResults() {}

  /**
   * What a call gives back.
   *
   * @param start when it came
   * @param time the action's time limit
   * @param reschedule whether OpenWhisk repeats the call elsewhere when this container cannot serve
   *     it; where it does not, the call would be lost
   */
  static Try<RunResult> of(
      Answer answer, Instant start, Duration time, boolean reschedule, TransactionMetadata tid) {
    Instant end = Instant.now();
    return switch (answer) {
      case Answer.Response response -> result(start, end, answered(response));
      case Answer.Truncated large ->
          result(
              start,
              end,
              response(
                  large.status(),
                  large.prefix(),
                  Option.apply(new Tuple2<>(bytes(large.length()), bytes(large.limit())))));
      case Answer.MemoryExhausted memory ->
          result(start, end, new Left<>(new ActivationResponse.MemoryExhausted()));
      // The trait tells a time-out by the interval, in milliseconds.
      case Answer.TimedOut late ->
          result(
              start,
              end.isBefore(start.plus(time)) ? start.plus(time) : end,
              new Left<>(
                  new ActivationResponse.Timeout(
                      new java.util.concurrent.TimeoutException("the deadline passed"))));
      // It took no time: the trait takes an interval as long as the limit for a time-out.
      case Answer.NotRun refused ->
          result(end, end, answered(Answer.error(refused.status(), refused.reason())));
      case Answer.Gone gone ->
          reschedule
              ? new Failure<>(new ContainerHealthError(tid, gone.reason()))
              : result(end, end, answered(Answer.error(502, gone.reason())));
    };
  }

  private static Try<RunResult> result(
      Instant start,
      Instant end,
      Either<ActivationResponse.ContainerConnectionError, ActivationResponse.ContainerResponse>
          response) {
    return new Success<>(new RunResult(new Interval(start, end), response));
  }

  private static Either<
          ActivationResponse.ContainerConnectionError, ActivationResponse.ContainerResponse>
      answered(Answer.Response response) {
    return response(response.status(), response.entity(), Option.empty());
  }

  private static Either<
          ActivationResponse.ContainerConnectionError, ActivationResponse.ContainerResponse>
      response(int status, String entity, Option<Tuple2<ByteSize, ByteSize>> truncated) {
    return new Right<>(new ActivationResponse.ContainerResponse(status, entity, truncated));
  }

  private static ByteSize bytes(long count) {
    return ByteSize.fromString(count + " B");
  }
}
