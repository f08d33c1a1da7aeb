// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import spray.json._

/** Logs of activations, as DockerToActivationLogStore reads them. */
abstract class LogsSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private lazy val action = invoker.action(mirror)

  behavior of "logs"

  it should "be JSON objects with time, stream and log" in {
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    val line = action.logs(tid).head
    line.fields.keySet shouldBe Set("time", "stream", "log")
    line.fields("stream") shouldBe JsString("stdout")
    line.fields("log") shouldBe JsString("mirror: a line on stdout\n")
    java.time.Instant.parse(line.fields("time").asInstanceOf[JsString].value) should not be null
  }

  it should "have both streams in order, and not the result" in {
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    action.logLines(tid) shouldBe Vector("stdout: mirror: a line on stdout", "stderr: mirror: a line on stderr")
  }

  it should "be those of their own activation" in {
    val tids = Vector.fill(3)(transaction())
    tids.foreach(tid => action.run(JsObject.empty, tid = tid))
    tids.foreach(tid => action.logLines(tid) should have size 2)
  }

  it should "be given once" in {
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    action.logLines(tid) should not be empty
    action.logLines(tid) shouldBe empty
  }

  it should "be empty for an activation that is not known" in {
    action.logLines(transaction()) shouldBe empty
  }

  it should "say what a trap was" in {
    val tid = transaction()
    action.run(JsObject("trap" -> JsTrue), tid = tid)
    action.logLines(tid).last shouldBe "stderr: The guest trapped: unreachable."
  }

  it should "say what an exit code was" in {
    val tid = transaction()
    action.run(JsObject("exit" -> JsNumber(3)), tid = tid)
    action.logLines(tid).last shouldBe "stderr: The guest ended with exit code 3."
  }

  it should "have the last line when it is no result" in {
    val tid = transaction()
    action.run(JsObject("raw" -> JsString("hello")), tid = tid)
    action.logLines(tid) should contain inOrder (
      "stdout: hello",
      "stderr: The last line of stdout must be a JSON object or array, but it is not valid JSON: \"hello\".")
  }

  private val bothLines = "mirror: a line on stdoutmirror: a line on stderr".length

  it should "be whole at the limit" in {
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    action.logLines(tid, s"$bothLines B") should have size 2
  }

  it should "be cut one byte past it, with OpenWhisk's text" in {
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    val limit = bothLines - 1
    action.logLines(tid, s"$limit B") shouldBe Vector(
      "stdout: mirror: a line on stdout",
      s"stderr: Logs were truncated because the total bytes size exceeds the limit of $limit bytes.")
  }
}

class LogsInV1PoolSpec extends LogsSpec(Pool.V1)

class LogsInSchedulerPoolSpec extends LogsSpec(Pool.Scheduler)
