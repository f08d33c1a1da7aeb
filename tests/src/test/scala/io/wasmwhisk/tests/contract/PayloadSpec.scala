// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** What goes into an action and comes out of it, carried as it is. */
abstract class PayloadSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private lazy val echo = invoker.action(mirror)

  private lazy val arguments = invoker.action(base64(guest("c/echo-env")))

  private def echoed(parameters: JsValue) = result(echo.run(parameters, maxResponse = "2 MB"))

  private def answered(text: String) = {
    val response = echo.run(JsObject("raw" -> JsString(text)))
    response.statusCode shouldBe ActivationResponse.Success
    result(response)
  }

  /** What the guest reads, letter by letter. */
  private def received(parameters: JsValue): String =
    result(arguments.run(parameters)).asJsObject.fields("args").asInstanceOf[JsArray].elements(1).asInstanceOf[JsString].value

  behavior of "payloads"

  for ((what, parameters) <- Seq(
      "nothing" -> JsObject.empty,
      "a string" -> JsObject("string" -> JsString("hello")),
      "unicode" -> JsObject("❄" -> JsString("❄ ☃ ❄ \uD83D\uDC27 é")),
      "characters that JSON escapes" -> JsObject("a\"\\\n" -> JsString("\u0000\u0001\b\t\r\n\"\\/\u007f\u2028\u2029")),
      "arrays of numbers" -> JsObject("numbers" -> JsArray(JsNumber(1), JsNumber("1.5"), JsNumber(-3))),
      "nested objects" -> """{"a":{"b":{"c":[{"d":[[],{}]},null,true,false]}}}""".parseJson,
      "1,048,561 characters" -> JsObject("a" -> JsString("x" * 1048561)),
      "1,048,561 bytes of unicode" -> JsObject("a" -> JsString("❄" * (1048561 / 3))))) {
    it should s"go in and out: $what" in {
      echoed(parameters) shouldBe JsObject("params" -> parameters)
    }
  }

  it should "be unicode in parameters, logs and result" in {
    val action = invoker.action(base64(guest("c/unicode")))
    val tid = transaction()
    result(action.run(JsObject("delimiter" -> JsString("❄")), tid = tid)) shouldBe JsObject("winter" -> JsString("❄ ☃ ❄"))
    action.logLines(tid) shouldBe Vector("stdout: ❄ ☃ ❄")
  }

  it should "be arrays, as sequences hand them on" in {
    val array = """[1,"two",{"three":[3]},null,[]]""".parseJson
    received(array) shouldBe array.compactPrint
    answered(array.compactPrint) shouldBe array
    received(JsArray()) shouldBe "[]"
    answered("[]") shouldBe JsArray()
  }

  private val Numbers = Seq(
    "0",
    "-0.5",
    "1.10",
    "1E+400",
    "-1E-400",
    "9007199254740993",
    "-9223372036854775809",
    "18446744073709551616",
    "12345678901234567890123456789012345678901234567890",
    "0.1234567890123456789012345678901234567890",
    "3.141592653589793238462643383279502884197",
    "1" * 100)

  for (number <- Numbers) {
    it should s"keep every digit of ${number.take(50)}" in {
      received(s"[$number]".parseJson) shouldBe s"[$number]"
      answered(s"[$number]").compactPrint shouldBe s"[$number]"
    }
  }

  it should "refuse a number that OpenWhisk's parser does not take: one of more than 100 characters" in {
    val tid = transaction()
    val response = echo.run(JsObject("raw" -> JsString(s"[${"1" * 101}]")), tid = tid)
    error(response) shouldBe "The action did not return a dictionary or array."
    echo.logLines(tid).last should startWith(
      "stderr: The last line of stdout must be a JSON object or array, but a number in it has more than 100 characters: ")
  }

  it should "have no exponent of more than four digits, which OpenWhisk's parser would fail on" in {
    answered("[1E+9999]").compactPrint shouldBe "[1E+9999]"
    for (number <- Seq("1E+10000", "1E-10000", "1E+2147483648")) {
      error(echo.run(JsObject("raw" -> JsString(s"[$number]")))) shouldBe "The action did not return a dictionary or array."
    }
  }

  it should "be a result with bytes that are no UTF-8, each replaced, and with half of a character beyond the basic plane" in {
    val written = invoker.action(Writer.writingOnly(Writer.Piece(1, "{\"a\":\"".getBytes(UTF_8) ++ Writer.bytes(0xff, 'b', 0xc3) ++ "\"}\n".getBytes(UTF_8))))
    result(written.run(JsObject.empty)) shouldBe JsObject("a" -> JsString("\ufffdb\ufffd"))
    answered("{\"a\":\"\\ud83d|\"}") shouldBe JsObject("a" -> JsString("\ud83d|"))
  }

  it should "be a result of 256 levels, and none of one more" in {
    def nested(levels: Int) = "[" * levels + "]" * levels
    answered(nested(256)).compactPrint shouldBe nested(256)
    error(echo.run(JsObject("raw" -> JsString(nested(257))))) shouldBe "The action did not return a dictionary or array."
  }

  it should "be a result whose line ends as Windows has it" in {
    answered("{\"a\":1}\r") shouldBe JsObject("a" -> JsNumber(1))
  }

  it should "be a web action's request, as the controller makes it" in {
    val request = """{
      "__ow_method": "post",
      "__ow_headers": {"accept": "*/*", "x-forwarded-for": "10.0.0.1, 10.0.0.2", "host": "localhost:3233"},
      "__ow_path": "/a/b%20c",
      "__ow_user": "guest",
      "__ow_query": "a=1&b=%E2%9D%84",
      "name": "value"
    }""".parseJson
    echoed(request) shouldBe JsObject("params" -> request)
  }

  it should "be a raw web action's binary body in base64" in {
    val body = java.util.Base64.getEncoder.encodeToString(Array.tabulate(256)(_.toByte))
    val request = JsObject(
      "__ow_method" -> JsString("put"),
      "__ow_headers" -> JsObject("content-type" -> JsString("application/octet-stream")),
      "__ow_path" -> JsString(""),
      "__ow_query" -> JsString(""),
      "__ow_body" -> JsString(body))
    echoed(request) shouldBe JsObject("params" -> request)
  }

  for (answer <- Seq(
      """{"statusCode":302,"headers":{"location":"http://openwhisk.org","Set-Cookie":["a=b","c=d"]}}""",
      """{"statusCode":200,"headers":{"Content-Type":"image/png"},"body":"iVBORw0KGgo="}""",
      """{"statusCode":201,"body":{"a":[1,2,{"b":null}]}}""",
      """{"body":"<html><body>❄</body></html>"}""")) {
    it should s"be a web action's answer: $answer" in {
      answered(answer) shouldBe answer.parseJson
    }
  }

  it should "be a web action's answer with an error, which is an application error" in {
    val response = echo.run(JsObject("raw" -> JsString("""{"error":{"statusCode":404,"body":"no"}}""")))
    response.statusCode shouldBe ActivationResponse.ApplicationError
    result(response) shouldBe """{"error":{"statusCode":404,"body":"no"}}""".parseJson
  }

  it should "be a conductor's continuation, and what the controller hands back to it" in {
    val continuation = """{"action":"/guest/step","params":{"n":9007199254740993,"list":[1,2.50]},"state":{"$resume":{"at":3}}}"""
    answered(continuation) shouldBe continuation.parseJson
    val resumed = """{"n":9007199254740994,"$resume":{"at":3}}""".parseJson
    echoed(resumed) shouldBe JsObject("params" -> resumed)
  }

  it should "take the whole of a large result that is allowed" in {
    val text = JsObject("a" -> JsString("é" * (1 << 19))).compactPrint
    val response = echo.run(JsObject("raw" -> JsString(text)), maxResponse = s"${text.getBytes(UTF_8).length} B")
    response.statusCode shouldBe ActivationResponse.Success
    result(response).compactPrint shouldBe text
  }
}

class PayloadInV1PoolSpec extends PayloadSpec(Pool.V1)

class PayloadInSchedulerPoolSpec extends PayloadSpec(Pool.Scheduler)
