// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.Await
import scala.concurrent.duration._

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/**
 * More activations than an invoker can start. Whoever is not run is told so as an application error: the container stays
 * with those that run in it, the invoker stays healthy, and nothing is repeated on an invoker that has too much to do.
 */
abstract class OverloadSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  override protected def settings: String = "whisk.wasm { concurrent-activations = 1, queued-activations = 1 }"

  private val Sleep = JsObject("sleepMs" -> JsNumber(1000))

  behavior of "an invoker with too much to do"

  for (reschedule <- Seq(false, true)) {
    it should s"refuse what it has no room for, and go on (reschedule: $reschedule)" in {
      val Seq(running, waiting, refused) = Seq.fill(3)(invoker.action(mirror))
      val first = running.start(Sleep)
      val second = waiting.start(JsObject.empty)
      val (interval, response) = Await.result(refused.start(JsObject.empty, reschedule = reschedule), 30.seconds)
      response.statusCode shouldBe ActivationResponse.ApplicationError
      error(response) shouldBe
        "The guest was not started: 1 others wait to be started, as many as queued-activations allows, while 1 run."
      interval.duration shouldBe 0.seconds
      await(first)._2.statusCode shouldBe ActivationResponse.Success
      await(second)._2.statusCode shouldBe ActivationResponse.Success
      refused.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
    }

    it should s"say that an action's time passed before it was started (reschedule: $reschedule)" in {
      val Seq(running, late) = Seq.fill(2)(invoker.action(mirror))
      val first = running.start(Sleep)
      val (interval, response) =
        Await.result(late.start(JsObject.empty, timeout = 200.milliseconds, reschedule = reschedule), 30.seconds)
      response.statusCode shouldBe ActivationResponse.ApplicationError
      error(response) should fullyMatch regex
        "The guest was not started within its time limit of 200 milliseconds: it waited for \\d+ milliseconds while 1 others ran and 0 waited\\."
      interval.duration shouldBe 0.seconds
      await(first)._2.statusCode shouldBe ActivationResponse.Success
      late.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
    }
  }
}

class OverloadInV1PoolSpec extends OverloadSpec(Pool.V1)

class OverloadInSchedulerPoolSpec extends OverloadSpec(Pool.Scheduler)
