// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import spray.json._

/**
 * The engine that this run of the contract is about: whoever runs it names one by the system property
 * `whisk.wasm.engine`, so that no run is on the other one unnoticed.
 */
abstract class EngineSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Drop = 0x1a

  /** A vector of zeros: SIMD, which GraalWasm has and Endive has not. */
  private val vectors = {
    val zeros = Seq(0xfd, 0x0c) ++ Seq.fill(16)(0x00)
    SmallModule.module(
      Seq(SmallModule.Function(Some("_start"), (zeros :+ Drop) ++ SmallModule.print(16, 3))),
      memory = "{}\n")
  }

  private def engine: String = sys.props.getOrElse("whisk.wasm.engine", fail("whisk.wasm.engine names no engine"))

  behavior of "the engine of this run"

  it should "be the one that the invoker says it has" in {
    invoker.action(hello)
    invoker.log.mkString("\n") should include(s"WasmWhisk runs actions on $engine (")
  }

  it should "be the one that runs actions" in {
    engine match {
      case "graalwasm" => result(invoker.action(vectors).run(JsObject.empty)) shouldBe JsObject.empty
      case "endive" =>
        invoker.container().initializationError(vectors) should startWith(
          "The module uses WebAssembly features that are not supported here: simd. Supported are: ")
    }
  }
}

class EngineInV1PoolSpec extends EngineSpec(Pool.V1)

class EngineInSchedulerPoolSpec extends EngineSpec(Pool.Scheduler)
