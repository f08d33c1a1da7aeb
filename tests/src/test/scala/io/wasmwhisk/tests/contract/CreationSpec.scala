// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.Await
import scala.concurrent.duration._

import spray.json._

/** `createContainer`: OpenWhisk retries a prewarm that fails at once, for ever, and never acknowledges one that throws. */
abstract class CreationSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Hello = JsObject("greeting" -> JsString("Hello, stranger!"))

  behavior of "the creation of a container"

  it should "never fail for prewarm, whatever its memory" in {
    for (memory <- Seq("0 B", "1 B", "1 MB", "128 MB", "4096 MB", "1048576 MB")) {
      invoker.prewarmed(memory).container should not be null
      invoker.actionless(memory).container should not be null
    }
  }

  it should "never fail for prewarm, however many there are, each with an identifier of its own" in {
    val made = Vector.fill(1000)(invoker.prewarmed().container.containerId.asString)
    made.distinct should have size 1000
  }

  it should "never fail for prewarm while the invoker goes down" in {
    val going = new Invoker(pool)
    try {
      going.cleanup()
      going.prewarmed().container should not be null
    } finally going.close()
  }

  it should "give prewarmed containers that take any action's code" in {
    val Seq(one, other) = Seq.fill(2)(invoker.prewarmed())
    one.initialize(hello)
    other.initialize(mirror)
    result(one.run(JsObject.empty)) shouldBe Hello
    result(other.run(JsObject.empty)) shouldBe JsObject("params" -> JsObject.empty)
  }

  it should "give containers that can be removed before they were used" in {
    Await.result(invoker.prewarmed().container.destroy(transaction()), 30.seconds)
  }
}

class CreationInV1PoolSpec extends CreationSpec(Pool.V1)

class CreationInSchedulerPoolSpec extends CreationSpec(Pool.Scheduler)
