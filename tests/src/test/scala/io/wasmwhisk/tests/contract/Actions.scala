// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import org.apache.openwhisk.core.entity._
import spray.json._

/** Actions as OpenWhisk's entities. */
object Actions {

  /** What the pool of 2.0.0 has read of an action when it asks for a container. */
  def executable(
    image: ExecManifest.ImageName,
    memory: String,
    annotations: Map[String, JsValue]): ExecutableWhiskAction = {
    val megabytes = (ByteSize.fromString(memory).toBytes >> 20).toInt
    val kind = new ExecManifest.RuntimeManifest("wasm", image, None, None, None, None, None, None)
    new ExecutableWhiskAction(
      Seq("guest"),
      "contract",
      new CodeExecAsString(kind, "", None),
      Map.empty[ParameterName, ParameterValue],
      new ActionLimits(60.seconds, megabytes, 10, 1, None),
      (Int.box(0), Int.box(0), Int.box(1)),
      false,
      annotations.map { case (name, value) => new ParameterName(name) -> new ParameterValue(value, false, None) },
      None)
  }
}
