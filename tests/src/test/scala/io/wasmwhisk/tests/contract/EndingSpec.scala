// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.Await
import scala.concurrent.duration._

import org.apache.openwhisk.core.containerpool.{ContainerHealthError, InitializationError}
import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/**
 * How activations end. Nothing watches a container: a future that never completes holds OpenWhisk's slot for ever. What is
 * neither a success nor an application error destroys the container, and four of OpenWhisk's own errors in ten stop the
 * invoker, so no action may cause one.
 */
abstract class EndingSpec(pool: Pool) extends ContractSpec(pool) {
  import ActivationResponse._
  import Invoker._

  private val Abnormal = "The action did not produce a valid response and exited unexpectedly."
  private val Removed = "The action was not run: its container was removed."
  private val NotInitialised = "The action was not run: its container is not initialised."

  private val Removal = 30.seconds

  /** Little for what never ends. */
  private def timeFor(parameters: JsObject) = if (parameters.fields.contains("loop")) 300.milliseconds else 1.minute

  private def raw(text: String) = JsObject("raw" -> JsString(text))

  private def destroy(action: Invoker#Running) = Await.result(action.container.destroy(transaction()), Removal)

  /** What is still initialised when the container is destroyed: a module of a megabyte to compile, and code that loads for ever. */
  private val initializing = Seq[(String, () => JsObject)](
    "compiled" -> (() => initializer(base64(guest("js/javascript")))),
    "loaded" -> (() => initializer("for (;;);", binary = false)))

  behavior of "an end that keeps the container"

  for ((what, parameters, status) <- Seq(
      ("a result", raw("{}"), Success),
      ("an array", raw("[]"), Success),
      ("an error as a text", raw("""{"error":"nope"}"""), ApplicationError),
      ("an error as an object", raw("""{"error":{"code":42}}"""), ApplicationError),
      ("an error that is null", raw("""{"error":null}"""), ApplicationError),
      ("an error among others", raw("""{"a":1,"error":false}"""), ApplicationError),
      ("a result past the limit", raw(s"""{"a":"${"x" * 2000}"}"""), ApplicationError))) {
    it should s"be $what" in {
      val action = invoker.action(mirror)
      action.run(parameters, maxResponse = "1 KB").statusCode shouldBe status
      action.run(JsObject.empty).statusCode shouldBe Success
    }
  }

  behavior of "an end that destroys the container, as the developer's error"

  for ((what, parameters, text) <- Seq(
      ("a trap", JsObject("trap" -> JsTrue), Abnormal),
      ("an exit code", JsObject("exit" -> JsNumber(1)), Abnormal),
      ("the largest exit code", JsObject("exit" -> JsNumber(255)), Abnormal),
      ("an exit before a result", JsObject("exit" -> JsNumber(0)), "The action did not return a dictionary or array."),
      ("a time-out", JsObject("loop" -> JsTrue), "The action exceeded its time limits of 300 milliseconds."),
      ("a number", raw("42"), "The action did not return a dictionary or array."),
      ("a string", raw("\"text\""), "The action did not return a dictionary or array."),
      ("no JSON", raw("hello"), "The action did not return a dictionary or array."),
      ("nothing", raw(""), "The action did not return a dictionary or array."),
      ("several results on a line", raw("{} {}"), "The action did not return a dictionary or array."),
      ("an object that is not closed", raw("{\"a\":1"), "The action did not return a dictionary or array."),
      ("a key that is not quoted", raw("{a:1}"), "The action did not return a dictionary or array."),
      ("no number", raw("{\"a\":NaN}"), "The action did not return a dictionary or array."),
      ("100,000 levels", raw("[" * 100000 + "]" * 100000), "The action did not return a dictionary or array."))) {
    it should s"be $what" in {
      val response = invoker.action(mirror).run(parameters, timeout = timeFor(parameters))
      response.statusCode shouldBe DeveloperError
      error(response) shouldBe text
    }
  }

  it should "not be several results on a line each: the last is the result, those before it are logs" in {
    val action = invoker.action(mirror)
    val tid = transaction()
    result(action.run(raw("{\"a\":1}\n{\"b\":2}"), tid = tid)) shouldBe JsObject("b" -> JsNumber(2))
    action.logLines(tid) should contain("stdout: {\"a\":1}")
  }

  behavior of "a future"

  it should "complete when the container is destroyed while it runs, at its own end" in {
    val action = invoker.action(mirror)
    val run = action.start(JsObject("loop" -> JsTrue), timeout = 300.milliseconds)
    destroy(action)
    error(Await.result(run, Removal)._2) shouldBe "The action exceeded its time limits of 300 milliseconds."
  }

  for ((what, code) <- initializing) {
    it should s"complete when the container is destroyed while its code is $what" in {
      val container = invoker.container()
      val body = code()
      val initialization = container.startInitialization(body)
      destroy(container)
      Await.result(initialization.failed, Removal) match {
        case failed: InitializationError =>
          failed.response.statusCode shouldBe DeveloperError
          error(failed.response) shouldBe Removed
        case other => fail(other)
      }
      error(container.run(JsObject.empty)) shouldBe Removed
    }
  }

  it should "complete when the container is suspended while it runs" in {
    val action = invoker.action(mirror)
    val run = action.start(JsObject("sleepMs" -> JsNumber(300)))
    Await.result(action.container.suspend(transaction()), Removal)
    Await.result(run, Removal)._2.statusCode shouldBe Success
    Await.result(action.container.resume(transaction()), Removal)
    action.run(JsObject.empty).statusCode shouldBe Success
  }

  for ((what, container, text) <- Seq[(String, () => Invoker#Running, String)](
      ("before the initialisation", () => invoker.container(), NotInitialised),
      ("after one that failed", () => {
        val failed = invoker.container()
        failed.initializationError("text", binary = false)
        failed
      }, NotInitialised),
      ("after the removal", () => {
        val removed = invoker.action(mirror)
        destroy(removed)
        removed
      }, Removed))) {

    it should s"complete when a run comes $what, as the developer's error" in {
      val (interval, response) = await(container().start(JsObject.empty))
      response.statusCode shouldBe DeveloperError
      error(response) shouldBe text
      interval.duration shouldBe 0.seconds
    }

    it should s"be OpenWhisk's to repeat elsewhere when a run that may be comes $what" in {
      val tid = transaction()
      Await.result(container().start(JsObject.empty, tid = tid, reschedule = true).failed, Removal) match {
        case unhealthy: ContainerHealthError =>
          unhealthy.tid should be theSameInstanceAs tid
          unhealthy.msg shouldBe text
        case other => fail(other)
      }
    }
  }

  it should "complete when a removed container is initialised" in {
    val removed = invoker.container()
    destroy(removed)
    removed.initializationError(mirror) shouldBe Removed
  }

  for (parameters <- Seq(
      raw("{}"),
      raw("""{"error":"nope"}"""),
      raw("42"),
      JsObject("trap" -> JsTrue),
      JsObject("exit" -> JsNumber(3)),
      JsObject("loop" -> JsTrue))) {
    it should s"never be OpenWhisk's to repeat once the action has begun: $parameters" in {
      val action = invoker.action(mirror)
      val once = action.run(parameters, timeout = timeFor(parameters))
      val response = Await.result(action.start(parameters, timeout = timeFor(parameters), reschedule = true), Removal)._2
      response.statusCode shouldBe once.statusCode
      response.result shouldBe once.result
    }
  }

  it should "never be OpenWhisk's to repeat in a fresh container" in {
    val response = Await.result(invoker.action(mirror).start(JsObject.empty, reschedule = true), Removal)._2
    response.statusCode shouldBe Success
  }

  it should "complete when the invoker goes down" in {
    val going = new Invoker(pool)
    try {
      val running = going.action(mirror)
      val fresh = going.container()
      val run = running.start(JsObject("loop" -> JsTrue))
      going.cleanup()
      error(Await.result(run, Removal)._2) shouldBe Abnormal
      error(Await.result(running.start(JsObject.empty), Removal)._2) shouldBe Removed
      fresh.initializationError(mirror) shouldBe Removed
      going.container().initializationError(mirror) shouldBe Removed
    } finally going.close()
  }
}

class EndingInV1PoolSpec extends EndingSpec(Pool.V1)

class EndingInSchedulerPoolSpec extends EndingSpec(Pool.Scheduler)
