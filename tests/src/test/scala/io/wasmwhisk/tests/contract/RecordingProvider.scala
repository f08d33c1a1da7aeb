// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.util.concurrent.atomic.AtomicReference

import scala.concurrent.Future

import akka.actor.ActorSystem
import org.apache.openwhisk.common.{Logging, TransactionMetadata}
import org.apache.openwhisk.core.WhiskConfig
import org.apache.openwhisk.core.containerpool._
import org.apache.openwhisk.core.entity._

/** A delegate that writes down its calls, and fails where it is told to. */
object RecordingProvider extends ContainerFactoryProvider {

  /** A call: the name, and the arguments as they came. */
  final case class Call(name: String, arguments: Seq[Any])

  private val calls = new AtomicReference(Vector.empty[Call])

  @volatile var failing: Map[String, Throwable] = Map.empty

  /** What was called since the last time that somebody asked. */
  def taken(): Vector[Call] = calls.getAndSet(Vector.empty)

  def reset(): Unit = {
    failing = Map.empty
    taken()
  }

  private def record(name: String, arguments: Any*): Unit = {
    calls.updateAndGet(_ :+ Call(name, arguments))
    failing.get(name).foreach(throw _)
  }

  /** What its creations come to. */
  val Made: Future[Container] = Future.failed(new BlackboxStartupError("made by the delegate"))

  override def instance(
    actorSystem: ActorSystem,
    logging: Logging,
    config: WhiskConfig,
    instance: InvokerInstanceId,
    parameters: Map[String, Set[String]]): ContainerFactory = {
    record("instance", actorSystem, logging, config, instance, parameters)
    new Factory
  }

  private final class Factory extends ContainerFactory {
    override def createContainer(
      tid: TransactionMetadata,
      name: String,
      image: ExecManifest.ImageName,
      userProvidedImage: Boolean,
      memory: ByteSize,
      cpuShares: Int,
      cpuLimit: Option[AnyRef],
      action: Option[ExecutableWhiskAction],
      config: WhiskConfig,
      logging: Logging): Future[Container] = {
      record("cold", tid, name, image, userProvidedImage, memory, cpuShares, cpuLimit, action, config, logging)
      Made
    }

    override def createContainer(
      tid: TransactionMetadata,
      name: String,
      image: ExecManifest.ImageName,
      userProvidedImage: Boolean,
      memory: ByteSize,
      cpuShares: Int,
      cpuLimit: Option[AnyRef],
      config: WhiskConfig,
      logging: Logging): Future[Container] = {
      record("plain", tid, name, image, userProvidedImage, memory, cpuShares, cpuLimit, config, logging)
      Made
    }

    override def init(): Unit = record("init")

    override def cleanup(): Unit = record("cleanup")
  }
}

/** No provider, though an object. */
object NoProvider

/** A provider whose object cannot be made. */
object BrokenProvider extends ContainerFactoryProvider {
  throw new IllegalArgumentException("no key whisk.helm.release")

  override def instance(
    actorSystem: ActorSystem,
    logging: Logging,
    config: WhiskConfig,
    instance: InvokerInstanceId,
    parameters: Map[String, Set[String]]): ContainerFactory = throw new AssertionError("never called")
}

/** Whose companion's class is none that Scala makes: it ends in a dollar sign and has no MODULE$. */
class Plainly$
