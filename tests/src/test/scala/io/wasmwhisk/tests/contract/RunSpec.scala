// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** `POST /run` of an action runtime. */
abstract class RunSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private def raw(text: String) = JsObject("raw" -> JsString(text))

  private lazy val action = invoker.action(mirror)

  behavior of "a run"

  for (text <- Seq("""{"a":{"b":[1,"two",null]}}""", """[1,"two",{"three":3}]""")) {
    it should s"give $text" in {
      val response = action.run(raw(text))
      response.statusCode shouldBe ActivationResponse.Success
      result(response) shouldBe text.parseJson
    }
  }

  it should "take a memory limit past what a guest can address" in {
    invoker.action(mirror, memory = "8192 MB").run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
  }

  it should "run as many at once in one container as its action's concurrency allows, and not one more" in {
    val busy = invoker.action(mirror)
    val sleeping = (1 to 3).map(_ => busy.start(JsObject("sleepMs" -> JsNumber(3000)), maxConcurrent = 3))
    val refused = await(busy.start(JsObject.empty, maxConcurrent = 3))._2
    refused.statusCode shouldBe ActivationResponse.DeveloperError
    error(refused) shouldBe
      "The action was not run: its container runs as many activations already as the action's limit \"concurrency\" allows: 3."
    sleeping.foreach(await(_)._2.statusCode shouldBe ActivationResponse.Success)
    busy.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
  }
}

class RunInV1PoolSpec extends RunSpec(Pool.V1)

class RunInSchedulerPoolSpec extends RunSpec(Pool.Scheduler)
