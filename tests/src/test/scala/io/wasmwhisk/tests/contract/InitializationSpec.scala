// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import scala.concurrent.Await
import scala.concurrent.duration._

import org.apache.openwhisk.core.containerpool.InitializationError
import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** `POST /init` of an action runtime. */
abstract class InitializationSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Hello = JsObject("greeting" -> JsString("Hello, World!"))
  private val World = JsObject("name" -> JsString("World"))

  behavior of "initialization"

  it should "take base64 of a bare module" in {
    result(invoker.action(hello).run(World)) shouldBe Hello
  }

  for ((what, made) <- Seq[(String, Invoker => Invoker#Running)](
      "of prewarm" -> (_.prewarmed()),
      "made without an action" -> (_.actionless()))) {
    it should s"work in a container $what" in {
      val container = made(invoker)
      container.initialize(hello)
      result(container.run(World)) shouldBe Hello
    }
  }

  it should "take a zip with one module of any name" in {
    result(invoker.action(zip("README.md" -> Array(), "build/hello.wasm" -> guest("c/hello"))).run(World)) shouldBe Hello
  }

  for (name <- Seq("main.wasm", "exec.wasm")) {
    it should s"prefer $name in a zip with several modules" in {
      result(invoker.action(zip("other.wasm" -> guest("c/add"), name -> guest("c/hello"))).run(World)) shouldBe Hello
    }
  }

  it should "refuse a zip whose module is ambiguous" in {
    invoker.container().initializationError(zip("a.wasm" -> guest("c/add"), "b.wasm" -> guest("c/hello"))) shouldBe
      "The zip has 2 .wasm files (a.wasm, b.wasm); put one .wasm file into it, or name the action's module main.wasm or exec.wasm."
  }

  it should "refuse a zip with neither a module nor JavaScript" in {
    invoker.container().initializationError(zip("README.md" -> Array())) shouldBe
      "The zip has no .wasm file and is no JavaScript package (package.json or index.js at its root); put one .wasm file into it, or name the action's module main.wasm or exec.wasm."
  }

  it should "recognise a module that was uploaded as text and say what to do" in {
    invoker.container().initializationError(mangled(guest("rust/hello")), binary = false) shouldBe
      "The action's code is a WebAssembly module that was damaged by an upload as text (bytes were replaced by U+FFFD); a WebAssembly module in binary form was expected. Put it into a zip, or deploy it as base64: wsk and aio send a bare .wasm file as text."
  }

  it should "say of WebAssembly text that it must be converted" in {
    invoker.container().initializationError("(module (func (export \"_start\")))", binary = false) shouldBe
      "The action's code is WebAssembly text (WAT); a WebAssembly module in binary form was expected. Convert it to a binary module first: wat2wasm module.wat -o module.wasm."
  }

  it should "say of a module without an entry point what was looked for" in {
    invoker.container().initializationError(base64(Array[Byte](0, 'a', 's', 'm', 1, 0, 0, 0))) shouldBe
      "The module has no entry point: an action exports the function \"_start\" (build a WASI command), but this module exports no function."
  }

  it should "refuse bytes that are no module" in {
    invoker.container().initializationError(base64("hello".getBytes(UTF_8))) shouldBe
      "The action's code begins with \"hello\" (68 65 6c 6c 6f); a WebAssembly module in binary form was expected. Deploy a .wasm file built for wasm32-wasip1, or a zip that contains one."
  }

  it should "refuse a variable that no environment can hold" in {
    val container = invoker.container()
    val failure = the[InitializationError] thrownBy
      container.initialize(hello, env = Map("A" -> JsString("x\u0000y")))
    error(failure.response) shouldBe
      "The environment variable 'A' cannot be set: its value has a NUL character. Remove it from the action's init parameters."
  }

  for (name <- Seq("", "a=b", "a\u0000b")) {
    it should s"refuse a variable whose name no environment can hold: '${name.replace("\u0000", "\\0")}'" in {
      val failed = invoker.container().initializationFailure(initializer(hello, env = Map(name -> JsString("x"))))
      error(failed.response) shouldBe
        s"The environment variable '${name.replace("\u0000", "\\0")}' cannot be set: its name is empty or has a '=' or NUL character. Remove it from the action's init parameters."
    }
  }

  it should "refuse what is marked as base64 and is none" in {
    invoker.container().initializationError("A") shouldBe
      "The action's code is marked as binary, but it is not base64: Last unit does not have enough valid bits."
  }

  it should "let the first action work on after a second initialization" in {
    val action = invoker.action(hello)
    for (code <- Seq(mirror, "", "no module")) {
      action.initializationError(code, binary = false) shouldBe "Cannot initialize the action more than once."
    }
    result(action.run(World)) shouldBe Hello
  }

  for ((what, body) <- Seq(
      "an empty initializer" -> JsObject.empty,
      "no code" -> JsObject("name" -> JsString("contract"), "main" -> JsString("main"), "binary" -> JsFalse),
      "code that is null" -> JsObject("main" -> JsString("main"), "code" -> JsNull),
      "code of white space" -> initializer(" \n", binary = false))) {
    it should s"refuse $what" in {
      val failed = invoker.container().initializationFailure(body)
      error(failed.response) shouldBe "Missing main/no code to execute."
      failed.response.statusCode shouldBe ActivationResponse.DeveloperError
    }
  }

  it should "take code after an initialization that had none" in {
    val container = invoker.container()
    container.initializationError("", binary = false)
    container.initialize(hello)
    result(container.run(World)) shouldBe Hello
  }

  it should "not be repeated after one that failed" in {
    val container = invoker.container()
    container.initializationError("no module", binary = false)
    container.initializationError(hello) shouldBe "Cannot initialize the action more than once."
  }

  it should "give one of two that come at once the container" in {
    val container = invoker.container()
    val both = Seq.fill(2)(container.startInitialization(initializer(hello)))
    val (ready, refused) = both.map(Await.ready(_, 1.minute).value.get).partition(_.isSuccess)
    ready should have size 1
    refused.map(_.failed.get) match {
      case Seq(failed: InitializationError) =>
        failed.response.statusCode shouldBe ActivationResponse.DeveloperError
        error(failed.response) shouldBe "Cannot initialize the action more than once."
      case other => fail(other.toString)
    }
    result(container.run(World)) shouldBe Hello
  }
}

class InitializationInV1PoolSpec extends InitializationSpec(Pool.V1)

class InitializationInSchedulerPoolSpec extends InitializationSpec(Pool.Scheduler)
