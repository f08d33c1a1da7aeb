// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import spray.json._

/** What an action finds in its environment: its init parameters, and of each activation what OpenWhisk tells. */
abstract class EnvironmentSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._
  import SmallModule._

  private val Host = "__OW_API_HOST" -> JsString("http://127.0.0.1:3233")

  private lazy val echo = base64(guest("c/echo-env"))

  /** What `ContainerProxy.initializeAndRun` tells of an activation. */
  private def activation(id: String, more: (String, JsValue)*) =
    Map[String, JsValue](
      "namespace" -> JsString("guest"),
      "action_name" -> JsString("/guest/echo"),
      "action_version" -> JsString("0.0.1"),
      "activation_id" -> JsString(id),
      "transaction_id" -> JsString("#" + id),
      "deadline" -> JsString("1795253520451")) ++ more

  /** The same, as the initialisation and the action see it. */
  private def variables(activation: Map[String, JsValue]) =
    activation.map { case (key, value) => "__OW_" + key.toUpperCase -> value }

  private def initialized(env: Map[String, JsValue]) = {
    val container = invoker.container()
    container.initialize(echo, env = env)
    container
  }

  private def seen(container: Invoker#Running, run: Map[String, JsValue]) =
    result(container.run(JsObject.empty, JsObject(run))).asJsObject.fields("env").asJsObject.fields

  behavior of "an action's environment"

  it should "have its init parameters, empty ones too, and the API host" in {
    val own = Map[String, JsValue]("SOME_VAR" -> JsString("xyz"), "ANOTHER_VAR" -> JsString(""), "UNICODE" -> JsString("❄"))
    seen(initialized(own), Map.empty) shouldBe own + Host
  }

  it should "have what is no string as OpenWhisk writes it" in {
    val own = Map[String, JsValue]("NUMBER" -> JsNumber("1.10"), "TRUE" -> JsTrue, "NULL" -> JsNull, "OBJECT" -> JsObject("a" -> JsArray()))
    seen(initialized(own), Map.empty) shouldBe Map(
      "NUMBER" -> JsString("1.10"),
      "TRUE" -> JsString("true"),
      "NULL" -> JsString(""),
      "OBJECT" -> JsString("""{"a":[]}"""),
      Host)
  }

  it should "be there before any of its code runs" in {
    val Digit = 29
    val counting = SmallModule.module(
      Seq(
        Function(None, environSizes(count = 40, bytes = 44)),
        Function(Some("_start"), store(Digit, add(load(Digit), load(40))) ++ print(at = 16, bytes = 16))),
      start = true,
      memory = """{"variables":0}""" + "\n")
    val container = invoker.container()
    container.initialize(counting, env = Map("A" -> JsString("a"), "EMPTY" -> JsString("")))
    result(container.run(JsObject.empty)) shouldBe JsObject("variables" -> JsNumber(3))
  }

  it should "have every key of a run in upper case, also one that is not known yet" in {
    val run = activation("1", "api_key" -> JsString("key:secret"), "some_new_key" -> JsString("new"))
    seen(initialized(Map.empty), run) shouldBe variables(run) + Host
  }

  it should "have an API key only where it is given" in {
    val container = initialized(variables(activation("1")))
    seen(container, activation("1")) shouldBe variables(activation("1")) + Host
  }

  it should "have nothing left of the activation that initialised the container" in {
    val first = activation("1", "api_key" -> JsString("of the first"), "of_the_first" -> JsString("alone"))
    val container = initialized(variables(first) + ("OWN" -> JsString("own")))
    seen(container, first) shouldBe variables(first) + Host + ("OWN" -> JsString("own"))
    seen(container, activation("2")) shouldBe variables(activation("2")) + Host + ("OWN" -> JsString("own"))
  }

  it should "have nothing left of the run before" in {
    val container = initialized(variables(activation("1")))
    seen(container, activation("1", "api_key" -> JsString("of the first")))
    seen(container, activation("2")) shouldBe variables(activation("2")) + Host
  }

  it should "have the run's word where both say something" in {
    val container = initialized(variables(activation("1")) + ("__OW_API_HOST" -> JsString("http://of-the-action")))
    seen(container, activation("2"))("__OW_ACTIVATION_ID") shouldBe JsString("2")
  }
}

class EnvironmentInV1PoolSpec extends EnvironmentSpec(Pool.V1)

class EnvironmentInSchedulerPoolSpec extends EnvironmentSpec(Pool.Scheduler)
