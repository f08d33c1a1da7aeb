// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** A container's life: many runs at once, suspend, resume, destroy. */
abstract class LifeCycleSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  behavior of "a container"

  it should "run activations in parallel, each with its own result and logs, unharmed by one that fails" in {
    val action = invoker.action(mirror)
    val tids = Vector.fill(16)(transaction())
    val runs = tids.zipWithIndex.map {
      case (tid, i) =>
        val parameters =
          if (i % 4 == 0) JsObject("sleepMs" -> JsNumber(50), "trap" -> JsTrue)
          else JsObject("sleepMs" -> JsNumber(50), "i" -> JsNumber(i))
        action.start(parameters, tid = tid, maxConcurrent = 100)
    }
    runs.zipWithIndex.foreach {
      case (run, i) =>
        val response = await(run)._2
        if (i % 4 == 0) response.statusCode shouldBe ActivationResponse.DeveloperError
        else result(response) shouldBe JsObject("params" -> JsObject("sleepMs" -> JsNumber(50), "i" -> JsNumber(i)))
        action.logLines(tids(i)).take(2) shouldBe Vector("stdout: mirror: a line on stdout", "stderr: mirror: a line on stderr")
    }
  }

  it should "run again after it was suspended and resumed" in {
    val action = invoker.action(mirror)
    await(action.container.suspend(transaction()))
    await(action.container.resume(transaction()))
    action.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
  }

  it should "end what runs when it is destroyed" in {
    val action = invoker.action(mirror)
    val run = action.start(JsObject("loop" -> JsTrue))
    await(action.container.destroy(transaction()))
    an[IllegalStateException] should be thrownBy await(run)
  }

  it should "refuse to run after it was destroyed" in {
    val action = invoker.action(mirror)
    await(action.container.destroy(transaction()))
    an[IllegalStateException] should be thrownBy action.run(JsObject.empty)
  }

  it should "stay for a while after it was destroyed, so that OpenWhisk hands on the runs that come too late" in {
    val action = invoker.action(mirror)
    val removed = action.container.destroy(transaction())
    removed.isCompleted shouldBe false
    await(removed)
  }

  it should "be destroyed twice without harm" in {
    val action = invoker.action(mirror)
    await(action.container.destroy(transaction()))
    await(action.container.destroy(transaction()))
  }
}

class LifeCycleInV1PoolSpec extends LifeCycleSpec(Pool.V1)

class LifeCycleInSchedulerPoolSpec extends LifeCycleSpec(Pool.Scheduler)
