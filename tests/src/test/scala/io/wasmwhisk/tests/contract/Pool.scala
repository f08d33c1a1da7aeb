// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

/** Who calls a plugin. What every activation needs arrives from both; only what is said beside it differs. */
sealed trait Pool

object Pool {

  /** `ContainerPool`: an action is known when a container is made for it and when it is initialised, not to prewarm. */
  case object V1 extends Pool

  /** `FunctionPullingContainerPool`, the scheduler's: never tells an action, so no annotation, kind or revision either. */
  case object Scheduler extends Pool
}
