// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import kamon.metric.MeasurementUnit
import spray.json._

/** What an operator sees: OpenWhisk's own markers and metrics as for any container, and the plugin's. */
abstract class MetricsSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._
  import Meters._

  private val Millis = MeasurementUnit.time.milliseconds
  private val Micros = MeasurementUnit.time.microseconds

  private def ends(end: String): Long = counter("invoker_wasmActivation_counter", Map("end" -> end))

  private def initializations(end: String): Long =
    counter("invoker_wasmInitialization_counter", Map("end" -> end))

  /** Lines that the calls wrote, with times as `N` and the container as `ID`. */
  private def written(container: String)(calls: => Unit): Vector[String] = {
    val before = invoker.log.size
    calls
    invoker.log
      .drop(before)
      .map(_.replace(container, "ID").replaceAll(":\\d+(?=[:\\]])", ":N"))
      .filter(_.contains("[marker:"))
  }

  behavior of "OpenWhisk's markers and metrics"

  they should "come with an initialisation and a run as with a Docker container's" in {
    val container = invoker.container()
    val (inits, runs) = (counter("invoker_activationInit_start"), counter("invoker_activationRun_start"))
    val (initTimes, runTimes) =
      (histogram("invoker_activationInit_finish", Millis), histogram("invoker_activationRun_finish", Millis))

    val lines = written(container.container.containerId.toString) {
      container.initialize(hello)
      container.run(JsObject("name" -> JsString("you")), JsObject("action_name" -> JsString("/ns/pkg/hello")))
    }

    lines should have size 4
    lines(0) shouldBe "sending initialization to ID ContainerAddress(in-process,0) [marker:invoker_activationInit_start:N]"
    lines(1) shouldBe "initialization result: ok [marker:invoker_activationInit_finish:N:N]"
    lines(2) shouldBe "sending arguments to /ns/pkg/hello at ID ContainerAddress(in-process,0) [marker:invoker_activationRun_start:N]"
    lines(3) shouldBe "running result: ok [marker:invoker_activationRun_finish:N:N]"
    counter("invoker_activationInit_start") shouldBe inits + 1
    counter("invoker_activationRun_start") shouldBe runs + 1
    histogram("invoker_activationInit_finish", Millis).count shouldBe initTimes.count + 1
    histogram("invoker_activationRun_finish", Millis).count shouldBe runTimes.count + 1
  }

  they should "measure the run's own interval" in {
    val action = invoker.action(base64(guest("c/sleep")))
    val before = histogram("invoker_activationRun_finish", Millis).sum

    val (interval, _) = await(action.start(JsObject("ms" -> JsNumber(400))))

    interval.duration.toMillis should be >= 400L
    // Kamon keeps values of more than 127 to within one percent.
    (histogram("invoker_activationRun_finish", Millis).sum - before) shouldBe interval.duration.toMillis +- 5
  }

  they should "tell a call that failed" in {
    val action = invoker.action(hello)
    await(action.container.destroy(transaction()))
    val errors = counter("invoker_activationRun_error")

    val lines = written(action.container.containerId.toString) {
      await(action.start(JsObject.empty, reschedule = true).failed)
    }

    lines.last shouldBe "run failed with org.apache.openwhisk.core.containerpool.ContainerHealthError: " +
      "The action was not run: its container was removed." +
      " [marker:invoker_activationRun_error:N:N]"
    counter("invoker_activationRun_error") shouldBe errors + 1
  }

  behavior of "the plugin's metrics"

  they should "count how activations end" in {
    val action = invoker.action(mirror)
    def counted(end: String)(call: => Unit): Unit = {
      val before = ends(end)
      call
      withClue(end)(ends(end) shouldBe before + 1)
    }

    counted("result")(action.run(JsObject.empty))
    counted("trap")(action.run(JsObject("trap" -> JsTrue)))
    counted("timeout")(action.run(JsObject("loop" -> JsTrue), timeout = 300.milliseconds))
    counted("resultTooLarge")(action.run(JsObject("x" -> JsString("x" * 2000)), maxResponse = "1 KB"))
    counted("cancelled") {
      val ending = new Invoker(pool)
      val run = ending.action(mirror).start(JsObject("sleepMs" -> JsNumber(60000)))
      ending.cleanup()
      await(run)
      ending.close()
    }
    await(action.container.destroy(transaction()))
    counted("refused")(action.run(JsObject.empty))
  }

  they should "count how initialisations end" in {
    val before = Vector("ready", "refused").map(initializations)
    invoker.action(hello)
    invoker.container().initializationError(base64("no module".getBytes("UTF-8")))
    Vector("ready", "refused").map(initializations) shouldBe before.map(_ + 1)
  }

  they should "measure an activation's wait, instance and processor time" in {
    val action = invoker.action(hello)
    val names = Vector("invoker_wasmWait_counter", "invoker_wasmInstantiation_counter", "invoker_wasmCpu_counter")
    val before = names.map(histogram(_, Micros).count)
    action.run(JsObject.empty)
    names.map(histogram(_, Micros).count) shouldBe before.map(_ + 1)
    histogram("invoker_wasmCpu_counter", Micros).max should be > 0L
  }

  they should "have the engine's counts and gauges, also those that came after the last interval" in {
    def cache(event: String): Long = counter("invoker_wasmModuleCache_counter", Map("event" -> event))
    val own = new Invoker(pool)
    val compilations = histogram("invoker_wasmCompilation_counter", Millis).count
    val before = Vector("hit", "miss", "failure").map(cache)
    own.action(hello)
    own.action(hello).run(JsObject.empty)
    own.container().initializationError(base64(guest("c/hello").take(100)))
    own.close()

    Vector("hit", "miss", "failure").map(cache) shouldBe before.zip(Vector(1, 2, 1)).map { case (was, more) => was + more }
    histogram("invoker_wasmCompilation_counter", Millis).count shouldBe compilations + 1
    gauge("invoker_wasmModules_counter", Map.empty) shouldBe 1
    gauge("invoker_wasmContainers_counter", Map("state" -> "idle")) shouldBe 3
    gauge("invoker_wasmGuests_counter", Map("state" -> "started")) shouldBe 0
    val bytes = MeasurementUnit.information.bytes
    gauge("invoker_wasmMemory_counter", Map("state" -> "used"), bytes) shouldBe 0
    gauge("invoker_wasmMemory_counter", Map("state" -> "peak"), bytes) should be > 65536.0
    gauge("invoker_wasmMemory_counter", Map("state" -> "budget"), bytes) should be > 1048576.0
  }

  behavior of "the invoker's log"

  it should "say why an activation was ended, and nothing of what it was given" in {
    val action = invoker.action(mirror)
    val before = invoker.log.size
    action.run(JsObject("loop" -> JsTrue, "secret" -> JsString("hunter2")), timeout = 300.milliseconds)
    val lines = invoker.log.drop(before)
    lines.filter(_.contains(" ended by ")) should have size 1
    lines.find(_.contains(" ended by ")).get should startWith(
      s"activation at ${action.container.containerId} ended by timeout: The guest exceeded its time limit of 300 milliseconds. It waited for ")
    lines.filter(_.contains("hunter2")) shouldBe empty
  }
}

class MetricsInV1PoolSpec extends MetricsSpec(Pool.V1)

class MetricsInSchedulerPoolSpec extends MetricsSpec(Pool.Scheduler)
