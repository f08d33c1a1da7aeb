// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.Await
import scala.concurrent.duration._

import spray.json._

/** The initializer and a run's environment hold the caller's API key: it reaches the action, and nothing else. */
abstract class SecretsSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private val Key = "23bc46b1-71f6-4ed5-8c54-816aa4f8c502:s3cr3t"
  private val Parameter = "an-init-parameter-of-its-own"

  private val Given = Map[String, JsValue]("__OW_API_KEY" -> JsString(Key), "PASSWORD" -> JsString(Parameter))
  private val Run = JsObject("api_key" -> JsString(Key), "action_name" -> JsString("/guest/secretive"))

  private def withoutSecrets(text: String) = {
    text should not include Key
    text should not include Parameter
  }

  behavior of "secrets"

  it should "be in no log line of the invoker, no text of a container and no error, however an activation ends" in {
    val container = invoker.container()
    container.initialize(mirror, env = Given)
    for (parameters <- Seq(
        JsObject.empty,
        JsObject("trap" -> JsTrue),
        JsObject("exit" -> JsNumber(3)),
        JsObject("raw" -> JsString("hello")),
        JsObject("loop" -> JsTrue))) {
      val tid = transaction()
      val response = Await.result(container.start(parameters, Run, timeout = 300.milliseconds, tid = tid), 30.seconds)._2
      withoutSecrets(response.toString)
      container.logLines(tid).foreach(withoutSecrets)
    }
    withoutSecrets(container.container.toString)
    withoutSecrets(container.initializationError(mirror))

    for (code <- Seq("", "no module", mangled(guest("rust/hello")))) {
      val failed = invoker.container()
      withoutSecrets(failed.initializationFailure(initializer(code, binary = false, env = Given)).toString)
    }

    Await.result(container.container.destroy(transaction()), 30.seconds)
    withoutSecrets(Await.result(container.start(JsObject.empty, Run, reschedule = true).failed, 30.seconds).toString)

    invoker.log should not be empty
    invoker.log.foreach(withoutSecrets)
  }
}

class SecretsInV1PoolSpec extends SecretsSpec(Pool.V1)

class SecretsInSchedulerPoolSpec extends SecretsSpec(Pool.Scheduler)
