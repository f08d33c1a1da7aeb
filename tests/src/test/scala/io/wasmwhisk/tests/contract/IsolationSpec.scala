// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import org.apache.openwhisk.core.containerpool.InitializationError
import spray.json._

/** Containers of two namespaces with the same module: their code is compiled once, and nothing else is shared. */
abstract class IsolationSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Secret = ("s3cr3t-of-", "one-namespace")
  private val Leave = Secret._1 + Secret._2

  private def namespace(name: String, secret: String) =
    JsObject("namespace" -> JsString(name), "api_key" -> JsString(secret))

  private val seek = JsObject("first" -> JsString(Secret._1), "second" -> JsString(Secret._2))

  private def leaving(end: String) = JsObject("leave" -> JsString(Leave), "end" -> JsString(end))

  private lazy val leak = base64(guest("attacks/leak"))

  private lazy val (one, other) = {
    val first = invoker.container()
    first.initialize(leak, env = Map("INIT_SECRET" -> JsString(Leave)))
    (first, invoker.action(leak))
  }

  private def sought(found: JsValue) = {
    found.compactPrint should not include Leave
    val fields = found.asJsObject.fields
    fields("memory") shouldBe JsNumber(0)
    fields("tmp") shouldBe JsNumber(0)
    fields("runs") shouldBe JsNumber(0)
    fields("cwd") shouldBe JsString("/")
    fields("env").convertTo[Vector[String]](DefaultJsonProtocol.vectorFormat(DefaultJsonProtocol.StringJsonFormat))
  }

  behavior of "two namespaces with the same module"

  private def shareNothingAfter(end: String, key: String) = {
    one.run(leaving(end), namespace("one", Leave))
    sought(result(other.run(seek, namespace("other", key)))) should contain theSameElementsAs Seq(
      "__OW_API_HOST=http://127.0.0.1:3233",
      "__OW_NAMESPACE=other",
      s"__OW_API_KEY=$key")
  }

  private val Ends = Seq("answer", "trap", "exit")

  for (end <- Ends) {
    it should s"share nothing after an activation that ends by $end" in {
      shareNothingAfter(end, "key")
    }
  }

  it should "share nothing when they are called again and again, and instances are made ahead" in {
    Ends.foreach(end => shareNothingAfter(end, s"key after $end"))
  }

  it should "each find the files of its own zip" in {
    val reader = guest("c/files")
    val ones = invoker.action(zip("main.wasm" -> reader, "data" -> Leave.getBytes(UTF_8), "only-here" -> Array[Byte]('x')))
    val others = invoker.action(zip("main.wasm" -> reader, "data" -> "of the other".getBytes(UTF_8)))
    val read = JsObject("read" -> JsString("/data"))

    result(ones.run(read)) shouldBe JsObject("content" -> JsString(Leave))
    result(others.run(read)) shouldBe JsObject("content" -> JsString("of the other"))
    error(others.run(JsObject("read" -> JsString("/only-here")))) shouldBe
      "Could not read /only-here: No such file or directory"
  }

  it should "each get its own logs and results, also when they run at once" in {
    val actions = Vector.fill(4)(invoker.action(hello))
    val runs = for (i <- 0 until 80) yield {
      val tid = transaction()
      (i, tid, actions(i % actions.size), actions(i % actions.size).start(JsObject("name" -> JsString(s"n$i")), tid = tid, maxConcurrent = 20))
    }
    for ((i, tid, action, run) <- runs) {
      result(await(run)._2) shouldBe JsObject("greeting" -> JsString(s"Hello, n$i!"))
      action.logLines(tid) should contain theSameElementsAs Vector(
        "stderr: hello: this line goes to stderr",
        s"""stdout: hello: greeting "n$i"""")
    }
  }

  it should "not tell one of the other's failed initialisation" in {
    val code = "if (process.env.FAILS) throw new Error(process.env.FAILS); function main() { console.log('runs'); return {} }"
    val (failing, working) = (invoker.container(), invoker.container())
    val (of, beside) = (transaction(), transaction())
    val failed = failing.startInitialization(initializer(code, binary = false, env = Map("FAILS" -> JsString(Leave))), tid = of)
    await(failed.failed) match {
      case failure: InitializationError => error(failure.response) should startWith(s"Initialization has failed due to: Error: $Leave\n    at ")
      case unexpected                   => fail(unexpected)
    }
    working.initialize(code, binary = false)
    result(working.run(JsObject.empty, tid = beside)) shouldBe JsObject.empty
    working.logLines(beside) shouldBe Vector("stdout: runs")
    failing.logLines(of).head should startWith(s"stderr: Error during initialization: Error: $Leave")
  }
}

class IsolationInV1PoolSpec extends IsolationSpec(Pool.V1)

class IsolationInSchedulerPoolSpec extends IsolationSpec(Pool.Scheduler)
