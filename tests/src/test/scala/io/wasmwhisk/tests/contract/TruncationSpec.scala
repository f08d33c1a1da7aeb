// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/** Results past the limit that OpenWhisk gives with each run: cut by the container, told by OpenWhisk's text. */
abstract class TruncationSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private lazy val action = invoker.action(mirror)

  private def run(text: String, maxResponse: String, truncation: String) =
    action.run(JsObject("raw" -> JsString(text)), maxResponse = maxResponse, truncation = truncation)

  private def exceeded(length: Int, limit: Int, shown: String) =
    s"The action produced a response that exceeded the allowed length: $length > $limit bytes. The truncated response was: $shown"

  behavior of "a result"

  for (character <- Seq("x", "é", "❄", "\uD83D\uDC27")) {
    val bytes = character.getBytes(UTF_8).length
    val text = JsObject("a" -> JsString(character * 100)).compactPrint
    val length = 8 + 100 * bytes

    it should s"be whole at the limit of its bytes, of $bytes-byte characters" in {
      val response = run(text, s"$length B", "10 B")
      response.statusCode shouldBe ActivationResponse.Success
      result(response).compactPrint shouldBe text
    }

    it should s"be cut one byte past it, of $bytes-byte characters" in {
      val response = run(text, s"${length - 1} B", "18 B")
      response.statusCode shouldBe ActivationResponse.ApplicationError
      error(response) shouldBe exceeded(length, length - 1, new String(text.getBytes(UTF_8).take(18), UTF_8))
    }
  }

  it should "be whole at OpenWhisk's limit of 1 MB, and cut one byte past it" in {
    def text(bytes: Int) = JsObject("a" -> JsString("x" * (bytes - 8))).compactPrint
    val whole = run(text(1048576), "1 MB", "1 KB")
    whole.statusCode shouldBe ActivationResponse.Success
    (result(whole).compactPrint == text(1048576)) shouldBe true
    error(run(text(1048577), "1 MB", "1 KB")) shouldBe exceeded(1048577, 1048576, text(1048577).take(1024))
  }

  it should "show a character that the cut has broken as no other" in {
    val text = JsObject("a" -> JsString("❄" * 10)).compactPrint
    error(run(text, "20 B", "9 B")) shouldBe exceeded(38, 20, "{\"a\":\"❄")
    error(run(text, "20 B", "10 B")) shouldBe exceeded(38, 20, "{\"a\":\"❄\uFFFD")
  }

  it should "show no more than the limit allows" in {
    val text = JsObject("a" -> JsString("x" * 100)).compactPrint
    error(run(text, "20 B", "1 KB")) shouldBe exceeded(108, 20, text.take(20))
  }

  it should "show nothing where OpenWhisk wants nothing" in {
    val text = JsObject("a" -> JsString("x" * 100)).compactPrint
    error(run(text, "20 B", "0 B")) shouldBe exceeded(108, 20, "")
  }

  it should "be cut of an array and of an error alike" in {
    error(run("[\"" + "x" * 100 + "\"]", "20 B", "5 B")) shouldBe exceeded(104, 20, "[\"xxx")
    error(run("{\"error\":\"" + "x" * 100 + "\"}", "20 B", "5 B")) shouldBe exceeded(112, 20, "{\"err")
  }

  it should "leave the container as it was" in {
    run(JsObject("a" -> JsString("x" * 100)).compactPrint, "20 B", "5 B")
    result(action.run(JsObject.empty)) shouldBe JsObject("params" -> JsObject.empty)
  }

  it should "pass under a limit past what there can be" in {
    run("{}", "4096 MB", "1 KB").statusCode shouldBe ActivationResponse.Success
  }
}

class TruncationInV1PoolSpec extends TruncationSpec(Pool.V1)

class TruncationInSchedulerPoolSpec extends TruncationSpec(Pool.Scheduler)
