// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.time.Instant

import scala.concurrent.Future
import scala.concurrent.duration._

import org.apache.openwhisk.common.TransactionMetadata
import org.apache.openwhisk.core.containerpool.Interval
import org.apache.openwhisk.core.containerpool.logging.{DockerToActivationLogStore, LogCollectingException}
import org.apache.openwhisk.core.entity._
import spray.json._

/** Activation records' logs, as OpenWhisk's own store of logs collects them after a run. */
class LogStoreSpec extends ContractSpec(Pool.Scheduler) {
  import Invoker._
  import LogStoreSpec._
  import Writer._

  private lazy val store = new DockerToActivationLogStore(invoker.system)
  private lazy val action = invoker.action(mirror)

  private val Version = (Int.box(0), Int.box(0), Int.box(1))

  private def executable(logsMb: Int): ExecutableWhiskAction =
    new ExecutableWhiskAction(
      Vector("guest"),
      "contract",
      new CodeExecAsAttachment(
        new ExecManifest.RuntimeManifest(
          "wasm:0.1",
          new ExecManifest.ImageName("action-wasm", None, Some("wasmwhisk"), Some("latest")),
          Some(Boolean.box(false)),
          None,
          None,
          None,
          Some(Boolean.box(true)),
          None),
        new Attachments.Inline[String](""),
        None,
        true),
      Map.empty[ParameterName, ParameterValue],
      new ActionLimits(60.seconds, 256, logsMb, 1, None),
      Version,
      false,
      Map.empty[ParameterName, ParameterValue],
      None)

  private def record(interval: Interval, response: ActivationResponse): WhiskActivation =
    new WhiskActivation(
      Vector("guest"),
      "contract",
      "guest",
      "01234567890123456789012345678901",
      interval.start,
      interval.end,
      None,
      response,
      Vector.empty,
      Version,
      false,
      Map.empty[ParameterName, ParameterValue],
      None)

  private def collect(
    container: Invoker#Running,
    tid: TransactionMetadata,
    interval: Interval,
    response: ActivationResponse,
    logsMb: Int = 10): Fate = {
    val collected = store
      .collectLogs(tid, null, record(interval, response), container.container, executable(logsMb))
      .asInstanceOf[Future[ActivationLogs]]
    try Kept(await(collected).logs)
    catch { case incomplete: LogCollectingException => Destroyed(incomplete.partialLogs.asInstanceOf[Vector[String]]) }
  }

  private def run(container: Invoker#Running, parameters: JsValue, logsMb: Int = 10, timeout: FiniteDuration = Enough) = {
    val tid = transaction()
    val (interval, response) = await(container.start(parameters, tid = tid, timeout = timeout))
    (interval, collect(container, tid, interval, response, logsMb))
  }

  private def runNew(code: String, logsMb: Int = 10): Fate = run(invoker.action(code), JsObject.empty, logsMb)._2

  /** A record's line without its time. */
  private def texts(lines: Vector[String]): Vector[String] = lines.map { line =>
    Instant.parse(line.take(30))
    line.drop(31)
  }

  private val Warning =
    "stderr: The action did not initialize or run as expected. Log data might be missing."

  private def truncated(mb: Int) =
    s"stderr: Logs were truncated because the total bytes size exceeds the limit of ${mb << 20} bytes."

  behavior of "OpenWhisk's store of logs"

  it should "keep the container of a run that logged" in {
    val (interval, collected) = run(action, JsObject.empty)
    collected shouldBe a[Kept]
    texts(collected.lines) shouldBe Vector("stdout: mirror: a line on stdout", "stderr: mirror: a line on stderr")
    val times = collected.lines.map(line => Instant.parse(line.take(30)))
    times shouldBe times.sorted
    times.head.isBefore(interval.start) shouldBe false
    times.last.isAfter(interval.end) shouldBe false
  }

  it should "keep the container of a run that logged nothing" in {
    runNew(writing()) shouldBe Kept(Vector.empty)
  }

  for ((what, parameters, timeout, why) <- Seq(
         ("a trap", JsObject("trap" -> JsTrue), Enough, Vector("stderr: The guest trapped: unreachable.")),
         ("an exit code", JsObject("exit" -> JsNumber(3)), Enough, Vector("stderr: The guest ended with exit code 3.")),
         ("a time-out", JsObject("loop" -> JsTrue), 2.seconds, Vector.empty))) {
    it should s"collect the logs of $what without failing" in {
      val (_, collected) = run(action, parameters, timeout = timeout)
      collected shouldBe a[Kept]
      texts(collected.lines) shouldBe
        (Vector("stdout: mirror: a line on stdout", "stderr: mirror: a line on stderr") ++ why :+ Warning)
    }
  }

  it should "collect the logs of an initialisation that failed without failing" in {
    val container = invoker.container()
    val tid = transaction()
    container.initializationError("", binary = false)
    val collected = collect(
      container,
      tid,
      new Interval(Instant.now, Instant.now),
      new ActivationResponse(ActivationResponse.DeveloperError, None, None))
    collected shouldBe a[Kept]
    texts(collected.lines) shouldBe Vector(Warning)
  }

  it should "get every line whole, whatever is in it" in {
    val odd = "\u0000\u0001\b\f\t\"\\\u2028\u2029\u0085\ufeff😀\ufffd"
    val collected = runNew(writing(err(odd + "|\n"), err(bytes(0xff, 0xfe, '\n')), err("10%\r20%\r\n"), err("}{\n"), err("end")))
    collected shouldBe a[Kept]
    texts(collected.lines) shouldBe
      Vector(s"stderr: $odd|", "stderr: \ufffd\ufffd", "stderr: 10%\r20%", "stderr: }{", "stderr: end")
  }

  it should "be told by the last line that logs were cut, as a Docker container does, and give the container up" in {
    val collected = runNew(flooding(11 << 3, err("x" * ((1 << 17) - 1) + "\n")))
    collected shouldBe a[Destroyed]
    texts(collected.lines.takeRight(1)) shouldBe Vector(truncated(10))
    collected.lines should have size 81
  }

  it should "find that line where the action failed as well" in {
    val collected = runNew(writingAndTrapping(9, err("x" * (1 << 17) + "\n")), logsMb = 1)
    collected shouldBe a[Destroyed]
    texts(collected.lines.takeRight(2)) shouldBe Vector(truncated(1), Warning)
  }

  it should "take 10 MB of short lines" in {
    val collected = runNew(flooding(1 << 20, err("123456789\n")))
    collected shouldBe a[Destroyed]
    texts(collected.lines.takeRight(1)) shouldBe Vector(truncated(10))
    collected.lines.map(_.length + 1).sum should be <= (10 << 20)
  }

  it should "take one line of 9 MB" in {
    val collected = runNew(flooding(9 << 10, err("x" * 1024)))
    collected shouldBe a[Kept]
    texts(collected.lines) shouldBe Vector("stderr: " + "x" * (9 << 20))
  }

  it should "collect each activation's own logs where they run at once" in {
    val named = invoker.action(hello)
    val runs = (0 until 40).map { i =>
      val tid = transaction()
      (i, tid, named.start(JsObject("name" -> JsString(s"n$i")), tid = tid, maxConcurrent = 40))
    }
    runs.foreach {
      case (i, tid, started) =>
        val (interval, response) = await(started)
        val collected = collect(named, tid, interval, response)
        collected shouldBe a[Kept]
        texts(collected.lines) should contain theSameElementsAs Vector(
          "stderr: hello: this line goes to stderr",
          s"""stdout: hello: greeting "n$i"""")
    }
  }

  it should "collect logs of a container that was destroyed meanwhile" in {
    val short = invoker.action(mirror)
    val tid = transaction()
    val (interval, response) = await(short.start(JsObject.empty, tid = tid))
    await(short.container.destroy(transaction()))
    texts(collect(short, tid, interval, response).lines) should have size 2
  }
}

object LogStoreSpec {

  /** What becomes of a container whose logs were collected so: OpenWhisk destroys those whose collection failed. */
  sealed trait Fate { def lines: Vector[String] }
  final case class Kept(lines: Vector[String]) extends Fate
  final case class Destroyed(lines: Vector[String]) extends Fate
}
