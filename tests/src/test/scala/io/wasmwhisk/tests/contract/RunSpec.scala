// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** `POST /run` of an action runtime: results, errors, limits. */
abstract class RunSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private def raw(text: String) = JsObject("raw" -> JsString(text))

  private lazy val action = invoker.action(mirror)

  behavior of "a run"

  it should "give an object" in {
    val response = action.run(raw("""{"a":{"b":[1,"two",null]}}"""))
    response.statusCode shouldBe ActivationResponse.Success
    result(response) shouldBe """{"a":{"b":[1,"two",null]}}""".parseJson
  }

  it should "take a memory limit past what a guest can address" in {
    invoker.action(mirror, memory = "8192 MB").run(JsObject.empty).statusCode shouldBe ActivationResponse.Success
  }

  it should "give an array" in {
    val response = action.run(raw("""[1,"two",{"three":3}]"""))
    response.statusCode shouldBe ActivationResponse.Success
    result(response) shouldBe """[1,"two",{"three":3}]""".parseJson
  }

  it should "take an array, as sequences give it" in {
    result(invoker.action(base64(guest("c/echo-env"))).run(JsArray(JsNumber(1), JsNumber(2)))).asJsObject
      .fields("args") shouldBe JsArray(JsString("action"), JsString("[1,2]"))
  }

  it should "keep unicode and large numbers" in {
    val parameters = """{"winter":"❄ ☃ ❄","i":12345678901234567890123,"d":1.10,"e":1e400}""".parseJson
    result(action.run(parameters)) shouldBe JsObject("params" -> parameters)
  }

  it should "carry 1,048,561 characters" in {
    val parameters = JsObject("a" -> JsString("x" * 1048561))
    result(action.run(parameters, maxResponse = "2 MB")) shouldBe JsObject("params" -> parameters)
  }

  it should "take an error field for an application error" in {
    val response = action.run(raw("""{"error":"nope"}"""))
    response.statusCode shouldBe ActivationResponse.ApplicationError
    error(response) shouldBe "nope"
  }

  for (text <- Seq("42", "hello", "null", "\"text\"", "{} {}", "[" * 100000)) {
    it should s"refuse ${text.take(10)} as a result" in {
      val response = action.run(raw(text))
      response.statusCode shouldBe ActivationResponse.DeveloperError
      error(response) shouldBe "The action did not return a dictionary or array."
    }
  }

  for ((what, parameters) <- Seq("a trap" -> JsObject("trap" -> JsTrue), "an exit code" -> JsObject("exit" -> JsNumber(3)))) {
    it should s"report $what as a developer error" in {
      val response = action.run(parameters)
      response.statusCode shouldBe ActivationResponse.DeveloperError
      error(response) shouldBe "The action did not produce a valid response and exited unexpectedly."
    }
  }

  for ((what, parameters) <- Seq("a loop" -> JsObject("loop" -> JsTrue), "a sleep" -> JsObject("sleepMs" -> JsNumber(60000)))) {
    it should s"end $what at its deadline" in {
      val response = action.run(parameters, timeout = 200.milliseconds)
      response.statusCode shouldBe ActivationResponse.DeveloperError
      error(response) shouldBe "The action exceeded its time limits of 200 milliseconds."
    }
  }

  it should "report exhausted memory" in {
    val needy = invoker.action(base64(guest("rust/hello")), memory = "1 MB")
    val response = needy.run(JsObject.empty)
    response.statusCode shouldBe ActivationResponse.DeveloperError
    error(response) shouldBe "The action exhausted its memory and was aborted."
  }

  it should "pass a result of exactly the limit" in {
    val text = s"""{"a":"${"x" * 1016}"}"""
    text should have length 1024
    action.run(raw(text), maxResponse = "1 KB").statusCode shouldBe ActivationResponse.Success
  }

  it should "refuse a result one byte past the limit" in {
    val response = action.run(raw(s"""{"a":"${"x" * 1017}"}"""), maxResponse = "1 KB")
    response.statusCode shouldBe ActivationResponse.ApplicationError
    error(response) should startWith("The action produced a response that exceeded the allowed length: 1025 > 1024 bytes. The truncated response was: ")
  }

  it should "show every key of its environment to the action" in {
    val echo = invoker.action(base64(guest("c/echo-env")))
    val environment = JsObject(
      "activation_id" -> JsString("0123"),
      "action_name" -> JsString("/guest/echo"),
      "deadline" -> JsString("1795253520451"),
      "api_key" -> JsString("key:secret"))
    result(echo.run(JsObject.empty, environment)).asJsObject.fields("env") shouldBe JsObject(
      "__OW_API_HOST" -> JsString("http://127.0.0.1:3233"),
      "__OW_ACTIVATION_ID" -> JsString("0123"),
      "__OW_ACTION_NAME" -> JsString("/guest/echo"),
      "__OW_DEADLINE" -> JsString("1795253520451"),
      "__OW_API_KEY" -> JsString("key:secret"))
  }

  it should "leave nothing behind for the next" in {
    for (_ <- 1 to 20) {
      action.run(JsObject("allocateMb" -> JsNumber(64))).statusCode shouldBe ActivationResponse.Success
    }
  }

  it should "run as many at once in one container as its action's concurrency allows, and not one more" in {
    val busy = invoker.action(mirror)
    val sleeping = (1 to 3).map(_ => busy.start(JsObject("sleepMs" -> JsNumber(500)), maxConcurrent = 3))
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
