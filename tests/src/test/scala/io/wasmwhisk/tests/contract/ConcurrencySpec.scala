// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** An action's limit "concurrency": so many activations at once in one container, each in an instance of its own. */
abstract class ConcurrencySpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val N = 16

  private def sleep(i: Int) = JsObject("sleepMs" -> JsNumber(1000), "i" -> JsNumber(i))

  private val BothLines = Vector("stdout: mirror: a line on stdout", "stderr: mirror: a line on stderr")

  behavior of "a container whose action allows several activations"

  it should "have all of them under way at the same time" in {
    val action = invoker.action(mirror)
    val intervals = (1 to N).map(i => action.start(sleep(i), maxConcurrent = N)).map(await(_)._1)
    intervals.foreach(interval => java.time.Duration.between(interval.start, interval.end).toMillis should be >= 1000L)
    intervals.map(_.start).max.isBefore(intervals.map(_.end).min) shouldBe true
  }

  it should "give each an instance of its own" in {
    val action = invoker.action(Writer.onceOnly)
    val runs = (1 to N).map(_ => action.start(JsObject.empty, maxConcurrent = N))
    runs.foreach(await(_)._2.statusCode shouldBe ActivationResponse.Success)
  }

  /** Long enough for what fails by itself on a busy machine. */
  private val Soon = 3.seconds

  private val failures = Seq(
    ("trap", JsObject("trap" -> JsTrue), "The action did not produce a valid response and exited unexpectedly."),
    ("exit code", JsObject("exit" -> JsNumber(3)), "The action did not produce a valid response and exited unexpectedly."),
    ("bad result", JsObject("raw" -> JsString("hello")), "The action did not return a dictionary or array."),
    ("loop", JsObject("loop" -> JsTrue), "The action exceeded its time limits of 3000 milliseconds."),
    ("sleep", JsObject("sleepMs" -> JsNumber(60000)), "The action exceeded its time limits of 3000 milliseconds."))

  it should "let none of them be harmed by others that fail, and give each its own logs" in {
    val action = invoker.action(mirror)
    val tids = Vector.fill(N)(transaction())
    val runs = tids.zipWithIndex.map {
      case (tid, i) =>
        if (i % 2 == 0) action.start(sleep(i), tid = tid, maxConcurrent = N)
        else action.start(failures(i / 2 % failures.size)._2, timeout = Soon, tid = tid, maxConcurrent = N)
    }
    runs.zipWithIndex.foreach {
      case (run, i) =>
        val response = await(run)._2
        if (i % 2 == 0) {
          result(response) shouldBe JsObject("params" -> sleep(i))
          action.logLines(tids(i)) shouldBe BothLines
        } else {
          error(response) shouldBe failures(i / 2 % failures.size)._3
          action.logLines(tids(i)).take(2) shouldBe BothLines
        }
    }
  }

  it should "let none of them be harmed by one that exhausts its memory" in {
    val action = invoker.action(base64(guest("rust/hello")), memory = "1 MB")
    val other = invoker.action(mirror, memory = "8 MB")
    val sleepers = (1 to 3).map(i => other.start(sleep(i), maxConcurrent = 4))
    error(action.run(JsObject.empty)) shouldBe "The action exhausted its memory and was aborted."
    val greedy = await(other.start(JsObject("allocateMb" -> JsNumber(64)), maxConcurrent = 4))._2
    greedy.statusCode shouldBe ActivationResponse.ApplicationError
    error(greedy) should fullyMatch regex "Could not allocate 64 MiB: out of memory after [67] MiB"
    sleepers.foreach(await(_)._2.statusCode shouldBe ActivationResponse.Success)
  }

  it should "let none of them be harmed by one that floods the logs" in {
    val flood = Writer.flooding(30000, Writer.err("x" * 63 + "\n"))
    val action = invoker.action(flood)
    val tids = Vector.fill(4)(transaction())
    tids.map(tid => action.start(JsObject.empty, tid = tid, maxConcurrent = 4)).foreach { run =>
      await(run)._2.statusCode shouldBe ActivationResponse.Success
    }
    tids.foreach { tid =>
      action.logLines(tid, "1 MB").last shouldBe
        "stderr: Logs were truncated because the total bytes size exceeds the limit of 1048576 bytes."
    }
  }

  it should "refuse one more than it allows, and take the next when one has ended" in {
    val action = invoker.action(mirror)
    val running = (1 to N).map(_ => action.start(JsObject("sleepMs" -> JsNumber(4000)), maxConcurrent = N))
    val tid = transaction()
    val refused = await(action.start(JsObject.empty, tid = tid, maxConcurrent = N))._2
    refused.statusCode shouldBe ActivationResponse.DeveloperError
    error(refused) shouldBe
      "The action was not run: its container runs as many activations already as the action's limit \"concurrency\" allows: 16."
    action.logLines(tid) shouldBe empty
    running.foreach(await(_)._2.statusCode shouldBe ActivationResponse.Success)
    await(action.start(JsObject.empty, maxConcurrent = 1))._2.statusCode shouldBe ActivationResponse.Success
  }

  it should "count those that failed as ended" in {
    val action = invoker.action(mirror)
    for ((_, parameters, text) <- failures) {
      error(await(action.start(parameters, timeout = Soon, maxConcurrent = 1))._2) shouldBe text
    }
    action.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
  }
}

class ConcurrencyInV1PoolSpec extends ConcurrencySpec(Pool.V1)

class ConcurrencyInSchedulerPoolSpec extends ConcurrencySpec(Pool.Scheduler)
