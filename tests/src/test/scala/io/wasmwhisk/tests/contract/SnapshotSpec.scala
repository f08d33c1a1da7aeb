// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import spray.json._

/** Activations that begin where an initialisation ended, which is run once. */
abstract class SnapshotSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val manifest = "wasmwhisk.json" -> """{"snapshot":{}}""".getBytes(UTF_8)

  private def packaged(code: String, env: Map[String, JsValue] = Map.empty) = {
    val made = invoker.container()
    made.initialize(zip("index.js" -> code.getBytes(UTF_8), manifest), env = env)
    made
  }

  private def refusal(code: String): String =
    invoker.container().initializationError(zip("index.js" -> code.getBytes(UTF_8), manifest))

  behavior of "a snapshot"

  it should "be what activations of a module begin with" in {
    val container = invoker.container()
    container.initialize(zip("main.wasm" -> guest("c/primes"), manifest))
    (1 to 2).foreach { _ =>
      result(container.run(JsObject("below" -> JsNumber(1000)))) shouldBe
        JsObject("primes" -> JsNumber(168), "sieved" -> JsString("in the snapshot"))
    }
  }

  it should "hold JavaScript that was loaded once, with what that left, for each activation anew" in {
    val container = packaged("const seen = [require('os').EOL]; exports.main = (p) => ({ count: seen.push(p.n), seen })")
    (1 to 3).foreach { n =>
      result(container.run(JsObject("n" -> JsNumber(n)))) shouldBe
        JsObject("count" -> JsNumber(2), "seen" -> JsArray(JsString("\n"), JsNumber(n)))
    }
  }

  it should "know nothing of the environment, which activations find" in {
    val container =
      packaged("exports.main = () => ({ secret: process.env.SECRET })", Map("SECRET" -> JsString("of this one")))
    result(container.run(JsObject.empty)) shouldBe JsObject("secret" -> JsString("of this one"))
  }

  it should "take random numbers and the time in each activation" in {
    val container = packaged("exports.main = () => ({ random: Math.random(), time: Date.now(), passed: performance.now() })")
    val answers = (1 to 2).map(_ => result(container.run(JsObject.empty)).asJsObject.fields)
    answers.map(_("random")).distinct should have size 2
    answers.map(_("time").convertTo[Double](DefaultJsonProtocol.DoubleJsonFormat)).foreach(_ should be > 1.7e12)
  }

  it should "be refused with the reason where loading needs what is an activation's own" in {
    val start = "No snapshot can be taken of the module: its initialisation "
    val renew = "; let it be renewed by a function that \"renew\" names, or asked for in the activation."
    refusal("const a = Math.random(); exports.main = () => ({ a })") shouldBe
      s"${start}takes random numbers (random_get), which all activations would share$renew"
    refusal("const a = new Date(); exports.main = () => ({ a })") shouldBe
      s"${start}reads a clock (clock_time_get), which would stand still$renew"
    refusal("const a = process.env.A; exports.main = () => ({ a })") shouldBe
      s"${start}reads the environment (environ_sizes_get), which is each activation's own$renew"
    refusal("console.log('loading'); exports.main = () => ({})") shouldBe
      s"""${start}writes to stdout, which only the first activation's log would show: "loading"."""
  }

  it should "be refused where loading fails" in {
    refusal("throw new Error('not today')") should startWith(
      "No snapshot can be taken of the module: its initialisation writes to stderr, which only the first activation's log would" +
        " show: \"Error during initialization: Error: not today\n")
  }
}

class SnapshotInV1PoolSpec extends SnapshotSpec(Pool.V1)

class SnapshotInSchedulerPoolSpec extends SnapshotSpec(Pool.Scheduler)
