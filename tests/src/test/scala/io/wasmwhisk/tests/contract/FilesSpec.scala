// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import spray.json._

/** What an action finds in its file system. */
abstract class FilesSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private lazy val action =
    invoker.action(
      zip("main.wasm" -> guest("c/files"), "data/greeting.txt" -> "Hello ❄".getBytes(UTF_8), "data/deeper/a" -> Array[Byte](1)))

  private def read(path: String) = JsObject("read" -> JsString(path))

  private def write(path: String, content: String) =
    JsObject("write" -> JsString(path), "content" -> JsString(content), "read" -> JsString(path))

  behavior of "an action's file system"

  for (path <- Seq("/data/greeting.txt", "data/greeting.txt", "/data/../data/./greeting.txt")) {
    it should s"have the files of the zip: $path" in {
      result(action.run(read(path))) shouldBe JsObject("content" -> JsString("Hello ❄"))
    }
  }

  it should "not have the module itself" in {
    error(action.run(read("/main.wasm"))) shouldBe "Could not read /main.wasm: No such file or directory"
  }

  for (path <- Seq("/data/greeting.txt", "/new", "/data/new", "new")) {
    it should s"not let $path be written" in {
      error(action.run(write(path, "x"))) shouldBe s"Could not write $path: Read-only file system"
    }
  }

  it should "have a /tmp that can be written" in {
    result(action.run(write("/tmp/a", "mine"))) shouldBe JsObject("content" -> JsString("mine"))
  }

  it should "have an empty /tmp in every activation" in {
    action.run(write("/tmp/a", "mine"))
    error(action.run(read("/tmp/a"))) shouldBe "Could not read /tmp/a: No such file or directory"
  }

  it should "take as much into /tmp as the limit allows, and not a byte more" in {
    // The name takes one byte of 16 MiB, so that the last page does not fit.
    val fits = "x" * ((16 << 20) - 4096)
    action.run(write("/tmp/a", fits), maxResponse = "20 MB").statusCode shouldBe 0
    error(action.run(write("/tmp/a", fits + "x"))) shouldBe "Could not write /tmp/a: No space left on device"
  }

  for ((path, reason) <- Seq(
      "/etc/passwd" -> "No such file or directory",
      "../etc/passwd" -> "Capabilities insufficient",
      "/tmp/../../etc/passwd" -> "Capabilities insufficient",
      "/proc/self/environ" -> "No such file or directory",
      "/dev/random" -> "No such file or directory")) {
    it should s"not reach the host by $path" in {
      error(action.run(read(path))) shouldBe s"Could not read $path: $reason"
    }
  }
}

class FilesInV1PoolSpec extends FilesSpec(Pool.V1)

class FilesInSchedulerPoolSpec extends FilesSpec(Pool.Scheduler)
