// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** The limits of time, memory and descriptors, with OpenWhisk's texts. */
abstract class LimitsSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Limit = 200.milliseconds

  private lazy val action = invoker.action(mirror)

  private def timedOut(action: Invoker#Running, parameters: JsObject) = {
    val tid = transaction()
    val (interval, response) = await(action.start(parameters, timeout = Limit, tid = tid))
    response.statusCode shouldBe ActivationResponse.DeveloperError
    error(response) shouldBe "The action exceeded its time limits of 200 milliseconds."
    interval.duration should (be >= Limit and be < 20.seconds)
    action.logLines(tid)
  }

  behavior of "a run's time limit"

  for ((what, parameters) <- Seq("a loop" -> JsObject("loop" -> JsTrue), "a sleep" -> JsObject("sleepMs" -> JsNumber(60000)))) {
    it should s"end $what, whose logs are kept" in {
      timedOut(action, parameters) shouldBe Vector("stdout: mirror: a line on stdout", "stderr: mirror: a line on stderr")
    }
  }

  it should "end code that runs before the entry point" in {
    val functions = Seq(SmallModule.Function(None, SmallModule.endless), SmallModule.Function(Some("_start"), Nil))
    timedOut(invoker.action(SmallModule.module(functions, start = true)), JsObject.empty) shouldBe empty
  }

  it should "leave what runs beside it alone" in {
    val beside = action.start(JsObject("sleepMs" -> JsNumber(600)), maxConcurrent = 2)
    await(action.start(JsObject("loop" -> JsTrue), timeout = Limit, maxConcurrent = 2))._2.statusCode shouldBe
      ActivationResponse.DeveloperError
    await(beside)._2.statusCode shouldBe ActivationResponse.Success
  }

  behavior of "an initialisation's time limit"

  it should "end it with OpenWhisk's text, and whoever comes late is too late" in {
    val container = invoker.container()
    val code = base64(guest("rust/http"))
    val failed = container.initializationFailure(initializer(code), 1.millisecond)
    error(failed.response) shouldBe "The action exceeded its time limits of 1 milliseconds during initialization."
    failed.response.statusCode shouldBe ActivationResponse.DeveloperError
    failed.interval.duration should (be >= 1.millisecond and be < 20.seconds)

    invoker.action(code) // compiled once for both, so the first one is ready by now as well
    val response = container.run(JsObject.empty)
    response.statusCode shouldBe ActivationResponse.DeveloperError
    error(response) shouldBe "The action was not run: its container is not initialised."
  }

  behavior of "a memory limit"

  it should "end a run that needs more, with OpenWhisk's text and a last log line that says which limit it was" in {
    val needy = invoker.action(base64(guest("rust/hello")), memory = "1 MB")
    val tid = transaction()
    val response = needy.run(JsObject.empty, tid = tid)
    response.statusCode shouldBe ActivationResponse.DeveloperError
    error(response) shouldBe "The action exhausted its memory and was aborted."
    needy.logLines(tid).last shouldBe "stderr: The guest exhausted its memory limit of 1 MiB. (the action's limit \"memory\")"
  }

  it should "be an allocation that fails to a guest that looks" in {
    error(invoker.action(mirror, memory = "16 MB").run(JsObject("allocateMb" -> JsNumber(16)))) shouldBe
      "Could not allocate 16 MiB: out of memory after 15 MiB"
  }

  it should "let memory-hungry runs be repeated, each with all of it" in {
    val hungry = invoker.action(mirror, memory = "40 MB")
    for (_ <- 1 to 30) {
      hungry.run(JsObject("allocateMb" -> JsNumber(32))).statusCode shouldBe ActivationResponse.Success
    }
  }

  it should "hold for each activation of a container alone" in {
    val hungry = invoker.action(mirror, memory = "40 MB")
    val runs = Vector.fill(3)(hungry.start(JsObject("allocateMb" -> JsNumber(32)), maxConcurrent = 3))
    runs.foreach(await(_)._2.statusCode shouldBe ActivationResponse.Success)
  }

  behavior of "a limit of open files"

  /** 1024 less the three standard streams, / and /tmp; one past it is WASI's error NFILE (preview 1, `errno`). */
  it should "let exactly so many be open, refuse one more, and take one again when another was closed, in every run" in {
    val opening = invoker.action(base64(guest("attacks/files")))
    for (_ <- 1 to 3) {
      result(opening.run(JsObject("attack" -> JsString("descriptors")))) shouldBe
        """{"escaped":0,"opened":1019,"errno":41,"again":true}""".parseJson
    }
  }
}

class LimitsInV1PoolSpec extends LimitsSpec(Pool.V1)

class LimitsInSchedulerPoolSpec extends LimitsSpec(Pool.Scheduler)
