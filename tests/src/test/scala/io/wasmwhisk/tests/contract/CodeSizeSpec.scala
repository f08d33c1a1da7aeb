// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import spray.json._

/** The limit of code's size, `whisk.wasm.code-limit`: of what there is after it was decoded and unzipped. */
abstract class CodeSizeSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private lazy val module = guest("c/hello")
  private lazy val limit = module.length + 3

  override protected def settings: String = s"whisk.wasm.code-limit = $limit"

  private val Hello = JsObject("greeting" -> JsString("Hello, stranger!"))

  /** With a section of its own (core specification, 5.5.3) that is so large. */
  private def padded(bytes: Int) =
    base64(module ++ Array[Byte](0, (bytes - 2).toByte, 0) ++ new Array[Byte](bytes - 3))

  private def zipped(bytes: Int) = zip("main.wasm" -> module, "beside" -> new Array[Byte](bytes))

  private def script(bytes: Int) = {
    val code = "function main() { return { greeting: 'Hello, stranger!' } }\n// ❄"
    code + "x" * (bytes - code.getBytes(UTF_8).length)
  }

  private def packaged(bytes: Int) = zip("index.js" -> s"exports.main = ${script(bytes - 15)}".getBytes(UTF_8))

  private def tooLarge(bytes: Int) =
    s"The action's code has $bytes bytes, more than the limit of $limit bytes (whisk.wasm.code-limit); make it smaller."

  private lazy val unfoldsTooFar =
    s"The zip unfolds to more than the limit of $limit bytes (whisk.wasm.code-limit); put fewer or smaller files into it."

  behavior of "the limit of code's size"

  it should "let a module pass that is as large" in {
    result(invoker.action(padded(3)).run(JsObject.empty)) shouldBe Hello
  }

  it should "refuse a module of one byte more" in {
    invoker.container().initializationError(padded(4)) shouldBe tooLarge(limit + 1)
  }

  it should "let a zip pass that unfolds to as much" in {
    result(invoker.action(zipped(3)).run(JsObject.empty)) shouldBe Hello
  }

  it should "refuse a zip that unfolds to one byte more" in {
    invoker.container().initializationError(zipped(4)) shouldBe unfoldsTooFar
  }

  it should "let JavaScript pass that is as large, whatever the size of what runs it" in {
    val container = invoker.container()
    container.initialize(script(limit), binary = false)
    result(container.run(JsObject.empty)) shouldBe Hello
    result(invoker.action(packaged(limit)).run(JsObject.empty)) shouldBe Hello
  }

  it should "refuse JavaScript of one byte more" in {
    invoker.container().initializationError(script(limit + 1), binary = false) shouldBe tooLarge(limit + 1)
    invoker.container().initializationError(packaged(limit + 1)) shouldBe unfoldsTooFar
  }
}

class CodeSizeInV1PoolSpec extends CodeSizeSpec(Pool.V1)

class CodeSizeInSchedulerPoolSpec extends CodeSizeSpec(Pool.Scheduler)
