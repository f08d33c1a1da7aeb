// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import spray.json._

/** What an action's `main` says: where its code is entered. */
abstract class EntryPointSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private def entered(by: String) = JsObject("entered" -> JsString(by))

  private def line(by: String) = by -> entered(by).compactPrint

  private def entering(code: String, main: String) = {
    val container = invoker.container()
    container.initialize(code, main = main)
    container.run(JsObject.empty)
  }

  private lazy val several = SmallModule.printing(line("_start"), line("main"), line("niam"))

  behavior of "an entry point"

  it should "be the start of a program where the action names none" in {
    result(entering(several, "main")) shouldBe entered("_start")
  }

  it should "be another function than main" in {
    result(entering(several, "niam")) shouldBe entered("niam")
  }

  it should "be the start of a program that has only that, as with OpenWhisk's native actions" in {
    result(entering(hello, "niam")) shouldBe JsObject("greeting" -> JsString("Hello, stranger!"))
  }

  it should "be a function of a module without a start" in {
    val reactor = SmallModule.printing(line("main"), line("niam"))
    result(entering(reactor, "main")) shouldBe entered("main")
    result(entering(reactor, "niam")) shouldBe entered("niam")
  }

  it should "be entered after the module's own initialization" in {
    val container = invoker.container()
    container.initialize(SmallModule.printing("_initialize" -> "first of all", line("niam")), main = "niam")
    val tid = transaction()
    result(container.run(JsObject.empty, tid = tid)) shouldBe entered("niam")
    container.logLines(tid) shouldBe Vector("stdout: first of all")
  }

  it should "be told where the module has none of that name" in {
    for (main <- Seq("niam", "memory", "")) {
      invoker.container().initializationError(SmallModule.printing(line("main"), line("other")), main = main) shouldBe
        s"""The module has no entry point "$main": the action's main names an exported function without parameters and results, but this module exports the functions main, other."""
    }
  }
}

class EntryPointInV1PoolSpec extends EntryPointSpec(Pool.V1)

class EntryPointInSchedulerPoolSpec extends EntryPointSpec(Pool.Scheduler)
