// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import spray.json._

/** Actions whose manifest names the engine, on an invoker that has only one. */
abstract class EnginePinSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  override protected def settings: String = "whisk.wasm.engine = endive"

  private def pinned(engine: String): String =
    zip("main.wasm" -> guest("c/hello"), "wasmwhisk.json" -> s"""{"engine":"$engine"}""".getBytes(UTF_8))

  behavior of "an action that is pinned to an engine"

  it should "run on it" in {
    val container = invoker.container()
    container.initialize(pinned("endive"))
    result(container.run(JsObject("name" -> JsString("pin")))) shouldBe JsObject("greeting" -> JsString("Hello, pin!"))
  }

  it should "be told when the invoker has another" in {
    invoker.container().initializationError(pinned("graalwasm")) shouldBe
      "The module is to run on the engine graalwasm, but only endive is set (whisk.wasm.engine)."
  }

  it should "be told when there is no such engine" in {
    invoker.container().initializationError(pinned("wasmtime")) shouldBe
      "wasmwhisk.json: engine is \"wasmtime\", expected auto or graalwasm or endive."
  }
}

class EnginePinInV1PoolSpec extends EnginePinSpec(Pool.V1)

class EnginePinInSchedulerPoolSpec extends EnginePinSpec(Pool.Scheduler)
