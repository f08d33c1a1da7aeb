// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import spray.json._

/** What an action may reach outside of itself: its manifest and the operator's policy decide, in both pools. */
abstract class CapabilitiesSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  override protected def settings: String =
    """whisk.wasm.capabilities {
      |  default.environment.COMMON = granted
      |  namespaces.guest.environment { COMMON = null, TOKEN = of-guest }
      |}""".stripMargin

  private def asking(variables: String*) =
    zip("main.wasm" -> guest("c/echo-env"), manifest(variables: _*))

  private def manifest(variables: String*) =
    "wasmwhisk.json" -> JsObject("environment" -> JsArray(variables.map(JsString(_)).toVector)).compactPrint.getBytes(UTF_8)

  private def of(name: String) = Map[String, JsValue]("__OW_ACTION_NAME" -> JsString(name))

  private def seen(container: Invoker#Running) =
    result(container.run(JsObject.empty)).asJsObject.fields("env").asJsObject.fields

  behavior of "an action's capabilities"

  it should "be what its manifest asks for and the policy allows" in {
    val container = invoker.container()
    container.initialize(asking("COMMON"), env = of("/anybody/echo"))
    seen(container).get("COMMON") shouldBe Some(JsString("granted"))
  }

  it should "be the same for a package of JavaScript, also while it is loaded" in {
    val code = "const early = process.env.COMMON; exports.main = () => ({ early, now: process.env.COMMON })"
    val container = invoker.container()
    container.initialize(zip("index.js" -> code.getBytes(UTF_8), manifest("COMMON")), env = of("/anybody/echo"))
    result(container.run(JsObject.empty)) shouldBe JsObject("early" -> JsString("granted"), "now" -> JsString("granted"))
  }

  it should "be none where it asks for none" in {
    val container = invoker.container()
    container.initialize(base64(guest("c/echo-env")), env = of("/anybody/echo"))
    seen(container).get("COMMON") shouldBe None
  }

  it should "be those of the namespace that the action's code belongs to" in {
    val container = invoker.container()
    container.initialize(asking("TOKEN"), env = of("/guest/echo") + ("__OW_NAMESPACE" -> JsString("caller")))
    seen(container).get("TOKEN") shouldBe Some(JsString("of-guest"))
  }

  it should "fail the initialisation where it asks for more" in {
    val failed = invoker.container().initializationFailure(initializer(asking("TOKEN"), env = of("/anybody/echo")))
    error(failed.response) shouldBe
      "The action asks for what the operator does not allow the namespace \"anybody\": the variable TOKEN (allowed: COMMON; whisk.wasm.capabilities.default.environment). Have it allowed, or do not ask for it in wasmwhisk.json."
  }

  it should "be narrowed by an annotation where OpenWhisk tells it, and never rest on one" in {
    val container = invoker.container(annotations = Map("wasm-capabilities" -> JsObject.empty))
    container.initialize(asking("COMMON"), env = of("/anybody/echo"))
    seen(container).get("COMMON") shouldBe (if (pool == Pool.V1) None else Some(JsString("granted")))
  }
}

class CapabilitiesInV1PoolSpec extends CapabilitiesSpec(Pool.V1)

class CapabilitiesInSchedulerPoolSpec extends CapabilitiesSpec(Pool.Scheduler)
