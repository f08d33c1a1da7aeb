// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8
import java.time.Instant

import scala.concurrent.duration._

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** What a container answers when it is asked for the logs of an activation. */
abstract class LogsSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._
  import Writer._

  private lazy val action = invoker.action(mirror)

  /** Lines that a guest's pieces become, as `stream: text`. */
  private def lines(pieces: Piece*): Vector[String] = linesOf(writing(pieces: _*))

  private def linesOf(code: String, limit: String = "10 MB"): Vector[String] = {
    val tid = transaction()
    val writer = invoker.action(code)
    writer.run(JsObject.empty, tid = tid)
    writer.logLines(tid, limit)
  }

  private def truncated(bytes: Long) =
    s"stderr: Logs were truncated because the total bytes size exceeds the limit of $bytes bytes."

  behavior of "logs"

  it should "be JSON objects with time, stream and log" in {
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    val line = action.logs(tid).head
    line.fields.keySet shouldBe Set("time", "stream", "log")
    line.fields("stream") shouldBe JsString("stdout")
    line.fields("log") shouldBe JsString("mirror: a line on stdout\n")
    line.fields("time").convertTo[String](DefaultJsonProtocol.StringJsonFormat) should fullyMatch regex
      """\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z"""
  }

  it should "have both streams in order, and not the result" in {
    lines(out("one\n"), err("two\n"), out("three\n"), out("four\n"), err("five\n")) shouldBe
      Vector("stdout: one", "stderr: two", "stdout: three", "stdout: four", "stderr: five")
  }

  it should "have a line where it was completed" in {
    lines(out("be"), err("first\n"), out("gun\n")) shouldBe Vector("stderr: first", "stdout: begun")
  }

  it should "have times that never go back, within the activation" in {
    val tid = transaction()
    val (interval, _) = await(action.start(JsObject("sleepMs" -> JsNumber(20), "exit" -> JsNumber(1)), tid = tid))
    val times = action.logs(tid).map(line => Instant.parse(line.fields("time").asInstanceOf[JsString].value))
    times should have size 3
    times.zip(times.tail).foreach { case (one, next) => one.isAfter(next) shouldBe false }
    times.head.isBefore(interval.start) shouldBe false
    times.last.isAfter(interval.end) shouldBe false
  }

  it should "have times within an activation that is ended at its deadline" in {
    val tid = transaction()
    val (interval, _) = await(action.start(JsObject("loop" -> JsTrue), timeout = 2.seconds, tid = tid))
    val times = action.logs(tid).map(line => Instant.parse(line.fields("time").asInstanceOf[JsString].value))
    times should have size 2
    times.foreach { time =>
      time.isBefore(interval.start) shouldBe false
      time.isAfter(interval.end) shouldBe false
    }
  }

  it should "have last lines without their ends" in {
    lines(out("a\n{}\n"), err("no end")) shouldBe Vector("stdout: a", "stdout: {}", "stderr: no end")
    linesOf(writingOnly(out("neither"))).head shouldBe "stdout: neither"
  }

  it should "take a line end for one that is written in two pieces, and half of one at the end" in {
    lines(err("a\r"), out("x\n"), err("\nb\r")) shouldBe Vector("stdout: x", "stderr: a", "stderr: b")
  }

  it should "replace a character that is not finished when the guest ends" in {
    lines(err(bytes('a', 0xe2, 0x9d))) shouldBe Vector("stderr: a\ufffd")
    lines(err(bytes('a', 0xf0, 0x9f, 0x98)), out("x\n")) shouldBe Vector("stdout: x", "stderr: a\ufffd")
  }

  it should "keep empty lines" in {
    lines(err("\n\na\n\n")) shouldBe Vector("stderr: ", "stderr: ", "stderr: a", "stderr: ")
  }

  it should "take Windows line ends for line ends, and keep a carriage return within a line" in {
    lines(err("a\r\nb\r\n"), err("10%\r20%\r30%\n")) shouldBe Vector("stderr: a", "stderr: b", "stderr: 10%\r20%\r30%")
  }

  it should "keep what other platforms take for line ends" in {
    lines(err("a\u2028b\u2029c\u0085d\u000be\ff\n")) shouldBe Vector("stderr: a\u2028b\u2029c\u0085d\u000be\ff")
  }

  it should "keep NUL and every other control character" in {
    val controls = (0 until 32).filterNot(_ == '\n').map(_.toChar).mkString + "\u007f|"
    lines(err(controls + "\n")) shouldBe Vector("stderr: " + controls)
  }

  it should "keep quotes and backslashes" in {
    lines(err("""{"a":"\"\\u0041"}""" + "\n")) shouldBe Vector("""stderr: {"a":"\"\\u0041"}""")
  }

  it should "replace bytes that are no UTF-8" in {
    lines(err(bytes('a', 0xff, 'b', 0xc3, '\n')), err(bytes(0x80, 0xfe, '\n')), err("end\n")) shouldBe
      Vector("stderr: a\ufffdb\ufffd", "stderr: \ufffd\ufffd", "stderr: end")
  }

  it should "put together a character that is written in pieces, also when the other stream writes between them" in {
    val snowflake = "❄".getBytes(UTF_8)
    lines(err(snowflake.take(1)), out("x\n"), err(snowflake.slice(1, 2)), err(snowflake.drop(2)), err("\n")) shouldBe
      Vector("stdout: x", "stderr: ❄")
  }

  it should "keep a character beyond the basic plane" in {
    lines(err("a😀b\n")) shouldBe Vector("stderr: a😀b")
  }

  it should "be those of their own activation" in {
    val tids = Vector.fill(3)(transaction())
    tids.foreach(tid => action.run(JsObject.empty, tid = tid))
    tids.foreach(tid => action.logLines(tid) should have size 2)
  }

  it should "be told apart where two transactions are equal" in {
    val first = transaction()
    val second = new org.apache.openwhisk.common.TransactionMetadata(first.id, first.start, first.extraLogging, None)
    second shouldBe first
    val named = invoker.action(hello)
    for ((tid, name) <- Seq(first -> "first", second -> "second")) named.run(JsObject("name" -> JsString(name)), tid = tid)
    named.logLines(second).last shouldBe """stdout: hello: greeting "second""""
    named.logLines(first).last shouldBe """stdout: hello: greeting "first""""
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

  it should "be empty for an initialisation that failed" in {
    val container = invoker.container()
    container.initializationError("", binary = false)
    container.logLines(transaction()) shouldBe empty
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

  /** OpenWhisk counts the JSON object of a line, and its line end; without the text they are as long as this. */
  private val lineBytes = """{"time":"2026-01-01T00:00:00.000000000Z","stream":"stderr","log":"\n"}""".length + 1

  private val twoLines = Seq(err("one\n"), err("t\"o\n"))
  private val bytesOfTwo = 2 * lineBytes + "one".length + "t\\\"o".length

  it should "be whole at the limit" in {
    linesOf(writing(twoLines: _*), s"$bytesOfTwo B") shouldBe Vector("stderr: one", "stderr: t\"o")
  }

  it should "be cut one byte past it, with OpenWhisk's text" in {
    linesOf(writing(twoLines: _*), s"${bytesOfTwo - 1} B") shouldBe
      Vector("stderr: one", "stderr: t\"", truncated(bytesOfTwo - 1))
    linesOf(writing(twoLines: _*), s"${bytesOfTwo - 2} B") shouldBe
      Vector("stderr: one", "stderr: t", truncated(bytesOfTwo - 2))
  }

  it should "be nothing but OpenWhisk's text under a limit of nothing, and nothing at all where nothing was written" in {
    linesOf(writing(twoLines: _*), "0 B") shouldBe Vector(truncated(0))
    linesOf(writing(), "0 B") shouldBe empty
  }

  // InvokerReactive and ContainerProxy ask nobody for the logs of an action whose limit is 0.
  it should "be kept of an action that writes until its deadline, up to the limit" in {
    val endless = invoker.action(flooding(Int.MaxValue, err("x" * ((1 << 16) - 1) + "\n")))
    val tid = transaction()
    error(endless.run(JsObject.empty, timeout = 5.seconds, tid = tid)) shouldBe "The action exceeded its time limits of 5000 milliseconds."
    val shown = endless.logLines(tid, "1 MB")
    shown should have size 17
    shown.last shouldBe truncated(1 << 20)
  }

  it should "never be asked for where an action's limit is 0, and cost neither its runs nor anybody's logs anything" in {
    val flood = invoker.action(flooding(9 << 4, err("x" * ((1 << 16) - 1) + "\n")))
    for (_ <- 1 to 40) flood.run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
    val (asked, beside) = (transaction(), transaction())
    flood.run(JsObject.empty, tid = asked)
    action.run(JsObject.empty, tid = beside)
    flood.logLines(asked) should have size (9 << 4)
    action.logLines(beside) should have size 2
  }

  it should "be cut between lines where nothing of the next fits" in {
    val limit = 2 * lineBytes + "one".length
    linesOf(writing(twoLines: _*), s"$limit B") shouldBe Vector("stderr: one", truncated(limit))
    linesOf(writing(twoLines: _*), s"${lineBytes - 1} B") shouldBe Vector(truncated(lineBytes - 1))
  }

  it should "be cut between characters" in {
    val limit = lineBytes + 5
    linesOf(writing(err("a😀😀\n")), s"$limit B") shouldBe Vector("stderr: a😀", truncated(limit))
    linesOf(writing(err("❄❄\n")), s"$limit B") shouldBe Vector("stderr: ❄", truncated(limit))
    linesOf(writing(err("\u0001\n")), s"$limit B") shouldBe Vector(truncated(limit))
  }

  it should "keep of a line that is too long as much as fits" in {
    val limit = 1 << 20
    val shown = linesOf(flooding(2048, err("x" * 1024)), s"$limit B")
    shown shouldBe Vector("stderr: " + "x" * (limit - lineBytes), truncated(limit))
  }

  it should "keep a flood up to the limit" in {
    val line = "x" * 200
    val limit = 10 << 20
    val shown = linesOf(flooding(100000, err(line + "\n")), s"$limit B")
    val whole = limit / (lineBytes + 200)
    shown.take(whole).toSet shouldBe Set("stderr: " + line)
    shown.drop(whole) shouldBe Vector("stderr: " + "x" * (limit % (lineBytes + 200) - lineBytes), truncated(limit))
  }
}

class LogsInV1PoolSpec extends LogsSpec(Pool.V1)

class LogsInSchedulerPoolSpec extends LogsSpec(Pool.Scheduler)
