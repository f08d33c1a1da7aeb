// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import org.scalatest.flatspec.AnyFlatSpec
import org.scalatest.matchers.should.Matchers

/** What the invoker's log says at start of the store of logs that is configured. */
class LogStoreWarningSpec extends AnyFlatSpec with Matchers {
  private val Package = "org.apache.openwhisk.core.containerpool."

  private def warnings(provider: String): Vector[String] = {
    val invoker = new Invoker(Pool.V1, s"whisk.spi.LogStoreProvider = $Package$provider")
    try invoker.log.filter(_.contains("LogStoreProvider"))
    finally invoker.close()
  }

  private def warning(provider: String, why: String): String =
    s"WasmWhisk: whisk.spi.LogStoreProvider = $Package$provider $why. Set it to ${Package}logging.DockerToActivationLogStoreProvider."

  behavior of "the start of an invoker"

  it should "warn of a store that asks the docker command, as OpenWhisk's standalone has it" in {
    warnings("docker.DockerCliLogStoreProvider") shouldBe Vector(
      warning(
        "docker.DockerCliLogStoreProvider",
        "asks the docker command, which knows none of these containers: what they log is lost, and OpenWhisk destroys the container after every activation"))
  }

  for (provider <- Seq("logging.LogDriverLogStoreProvider", "logging.SplunkLogStoreProvider")) {
    it should s"warn of $provider" in {
      warnings(provider) shouldBe Vector(
        warning(provider, "leaves logs to Docker's log drivers, and these containers have none: what they log is lost"))
    }
  }

  for (provider <- Seq("DockerToActivationLogStore", "DockerToActivationFileLogStore", "ElasticSearchLogStore")) {
    it should s"say nothing of $provider, which asks the container" in {
      warnings(s"logging.${provider}Provider") shouldBe empty
    }
  }
}
