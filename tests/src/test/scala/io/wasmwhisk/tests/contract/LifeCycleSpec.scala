// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import org.apache.openwhisk.core.containerpool.InitializationError
import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** A container's life: suspend, resume, destroy, and the end of the invoker. */
abstract class LifeCycleSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Sleep = JsObject("sleepMs" -> JsNumber(1000))
  private val Loop = JsObject("loop" -> JsTrue)

  private def seconds(since: Long): Double = (System.nanoTime - since) / 1e9

  behavior of "a container"

  it should "run again after it was suspended and resumed" in {
    val action = invoker.action(mirror)
    await(action.container.suspend(transaction()))
    await(action.container.resume(transaction()))
    action.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
  }

  it should "be suspended at once, and run on: OpenWhisk's scheduler suspends one that runs activations beside the last" in {
    val action = invoker.action(mirror)
    val run = action.start(Sleep)
    action.container.suspend(transaction()).isCompleted shouldBe true
    await(run)._2.statusCode shouldBe ActivationResponse.Success
  }

  it should "give the logs of an activation after it was suspended" in {
    val action = invoker.action(mirror)
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    await(action.container.suspend(transaction()))
    action.logLines(tid) should have size 2
  }

  it should "be suspended and destroyed before it was initialised" in {
    val container = invoker.container()
    await(container.container.suspend(transaction()))
    await(container.container.destroy(transaction()))
  }

  for ((what, parameters) <- Seq("sleeps" -> Sleep, "computes" -> JsObject("allocateMb" -> JsNumber(64)))) {
    it should s"let what $what end when it is destroyed, and then be gone" in {
      val action = invoker.action(mirror)
      val tid = transaction()
      val run = action.start(parameters, tid = tid)
      val removed = action.container.destroy(transaction())
      await(run)._2.statusCode shouldBe ActivationResponse.Success
      action.logLines(tid) should have size 2
      await(removed)
    }
  }

  it should "be gone only when its last activation has ended" in {
    val action = invoker.action(mirror)
    val run = action.start(JsObject("sleepMs" -> JsNumber(3000)))
    val removed = action.container.destroy(transaction())
    await(run)
    val since = System.nanoTime
    await(removed)
    seconds(since) should be < 1.0
  }

  for ((what, parameters) <- Seq("loops" -> Loop, "sleeps for too long" -> JsObject("sleepMs" -> JsNumber(60000)))) {
    it should s"end what $what at its deadline when it is destroyed" in {
      val action = invoker.action(mirror)
      val since = System.nanoTime
      val run = action.start(parameters, timeout = 500.milliseconds)
      val removed = action.container.destroy(transaction())
      error(await(run)._2) shouldBe "The action exceeded its time limits of 500 milliseconds."
      await(removed)
      seconds(since) should be < 5.0
    }
  }

  it should "let the others end when it is destroyed because one failed" in {
    val action = invoker.action(mirror)
    val others = (1 to 3).map(i => action.start(JsObject("sleepMs" -> JsNumber(500), "i" -> JsNumber(i)), maxConcurrent = 4))
    await(action.start(JsObject("trap" -> JsTrue), maxConcurrent = 4))._2.statusCode shouldBe ActivationResponse.DeveloperError
    await(action.container.destroy(transaction()))
    others.foreach(await(_)._2.statusCode shouldBe ActivationResponse.Success)
  }

  it should "be destroyed during its initialisation, which then fails" in {
    val container = invoker.container()
    val initialized = container.startInitialization(initializer("for (;;);", binary = false))
    val removed = container.container.destroy(transaction())
    await(initialized.failed) match {
      case failed: InitializationError => error(failed.response) shouldBe "The action was not run: its container was removed."
      case other                       => fail(other)
    }
    await(removed)
    error(container.run(JsObject.empty)) shouldBe "The action was not run: its container was removed."
  }

  it should "refuse to run after it was destroyed" in {
    val action = invoker.action(mirror)
    await(action.container.destroy(transaction()))
    error(action.run(JsObject.empty)) shouldBe "The action was not run: its container was removed."
  }

  it should "refuse to run as soon as it is being destroyed" in {
    val action = invoker.action(mirror)
    val run = action.start(Sleep, maxConcurrent = 2)
    val removed = action.container.destroy(transaction())
    error(await(action.start(JsObject.empty, maxConcurrent = 2))._2) shouldBe
      "The action was not run: its container was removed."
    await(run)._2.statusCode shouldBe ActivationResponse.Success
    await(removed)
  }

  it should "refuse to be initialised after it was destroyed" in {
    val container = invoker.container()
    await(container.container.destroy(transaction()))
    container.initializationError(mirror) shouldBe "The action was not run: its container was removed."
  }

  it should "stay for a while after it was destroyed, so that OpenWhisk hands on the runs that come too late" in {
    val action = invoker.action(mirror)
    val removed = action.container.destroy(transaction())
    removed.isCompleted shouldBe false
    await(removed)
  }

  it should "be destroyed twice without harm, also while it runs" in {
    val action = invoker.action(mirror)
    val run = action.start(Sleep)
    val removed = Seq.fill(2)(action.container.destroy(transaction()))
    removed.foreach(await(_))
    await(action.container.destroy(transaction()))
    await(run)._2.statusCode shouldBe ActivationResponse.Success
  }

  behavior of "the end of an invoker"

  it should "end whatever runs, each with an answer, and refuse what comes later" in {
    val ending = new Invoker(pool)
    val action = ending.action(mirror)
    val running = Seq(Loop, JsObject("sleepMs" -> JsNumber(60000)), Loop).map(action.start(_, maxConcurrent = 4))
    val since = System.nanoTime
    ending.cleanup()
    running.foreach { run =>
      error(await(run)._2) shouldBe "The action did not produce a valid response and exited unexpectedly."
    }
    seconds(since) should be < 5.0
    error(await(action.start(JsObject.empty, maxConcurrent = 4))._2) shouldBe
      "The action was not run: its container was removed."
    ending.close()
  }
}

class LifeCycleInV1PoolSpec extends LifeCycleSpec(Pool.V1)

class LifeCycleInSchedulerPoolSpec extends LifeCycleSpec(Pool.Scheduler)
