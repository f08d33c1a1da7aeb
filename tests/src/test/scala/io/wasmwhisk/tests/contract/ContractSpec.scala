// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import org.scalatest.BeforeAndAfterAll
import org.scalatest.flatspec.AnyFlatSpec
import org.scalatest.matchers.should.Matchers

/**
 * A part of the contract between OpenWhisk and a container; enters through SpiLoader. Each part is there twice, once for
 * each pool: the same behaviour, capabilities and limits from what always arrives.
 */
abstract class ContractSpec(pool: Pool) extends AnyFlatSpec with Matchers with BeforeAndAfterAll {
  /** Of the invoker's configuration, where a part needs others than everybody has. */
  protected def settings: String = ""

  protected lazy val invoker = new Invoker(pool, settings)

  protected lazy val mirror: String = Invoker.base64(Invoker.guest("c/mirror"))
  protected lazy val hello: String = Invoker.base64(Invoker.guest("c/hello"))

  override protected def afterAll(): Unit = invoker.close()
}
