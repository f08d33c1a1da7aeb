// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.util.concurrent.ConcurrentLinkedQueue

import scala.concurrent.Future
import scala.concurrent.duration._

import akka.actor.ActorSystem
import akka.stream.scaladsl.Sink
import akka.util.ByteString
import com.typesafe.config.ConfigFactory
import org.apache.openwhisk.common.{Logging, TransactionMetadata}
import org.apache.openwhisk.core.WhiskConfig
import org.apache.openwhisk.core.containerpool._
import org.apache.openwhisk.core.entity._
import org.apache.openwhisk.spi.{SpiClassResolver, SpiLoader}
import spray.json._

/** An invoker whose manifest and users name images of all kinds. */
final class MixedInvoker(settings: String) extends AutoCloseable {
  import Invoker._

  val system: ActorSystem =
    ActorSystem(
      "mixed",
      ConfigFactory
        .parseString(s"akka.loglevel = WARNING, akka.actor.provider = local, pekko.actor.provider = local, whisk.wasm.prewarm = 0s\n$settings")
        .withFallback(ConfigFactory.load()))

  val logged = new ConcurrentLinkedQueue[String]

  val logging: Logging = new Logging {
    override def emit(level: Int, tid: TransactionMetadata, from: Any, message: () => String): Unit = logged.add(message())
  }

  val config = new WhiskConfig(Map.empty[String, String], Set.empty[String], null, Map.empty[String, String], logging)

  val instance = new InvokerInstanceId(0, None, None, ByteSize.fromString("1024 MB"), None, Nil, Nil)

  val parameters: Map[String, Set[String]] = Map("--cap-drop" -> Set("NET_RAW"))

  /** The plugin's factory; fails where an invoker's start would. */
  lazy val factory: ContainerFactory =
    SpiLoader.get(manifest[ContainerFactoryProvider], MixedInvoker.Plugin).instance(system, logging, config, instance, parameters)

  /** What a prewarm asks for, and what the scheduler's pool does at all times. */
  def plain(image: ExecManifest.ImageName): Future[Container] =
    factory.createContainer(transaction(), "mixed", image, false, MixedInvoker.Memory, 2, None, config, logging)

  /** What the v1 pool asks for at a cold start. */
  def cold(image: ExecManifest.ImageName, action: Option[ExecutableWhiskAction], userProvided: Boolean = false): Future[Container] =
    factory.createContainer(transaction(), "mixed", image, userProvided, MixedInvoker.Memory, 2, None, action, config, logging)

  /** The developer's error of an initialisation. */
  def refusal(container: Container, initializer: JsObject = JsObject("code" -> JsString("x"))): String = {
    val failure = await(container.initialize(initializer, 1.minute, 1, None, transaction()).failed)
    failure shouldBeA "InitializationError"
    val response = failure.asInstanceOf[InitializationError].response
    if (response.statusCode != ActivationResponse.DeveloperError) throw new AssertionError(s"status ${response.statusCode}")
    error(response)
  }

  def logs(container: Container): Seq[String] =
    await(
      container
        .logs(ByteSize.fromString("1 MB"), false, transaction())
        .runWith(Sink.seq[ByteString])(akka.stream.Materializer(system))).map(_.utf8String)

  override def close(): Unit = await(system.terminate())

  private implicit class Checked(failure: Throwable) {
    def shouldBeA(name: String): Unit = if (failure.getClass.getSimpleName != name) throw new AssertionError(failure)
  }
}

object MixedInvoker {
  val Memory: ByteSize = ByteSize.fromString("256 MB")

  private object Plugin extends SpiClassResolver {
    override def getClassNameForType[T](kind: Manifest[T]): String =
      "org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider"
  }

  def image(text: String): ExecManifest.ImageName = new ExecManifest.ImageName$().fromString(text).get

  /** An action of a user's own image. */
  def blackbox(image: ExecManifest.ImageName, code: Option[String]): ExecutableWhiskAction =
    new ExecutableWhiskAction(
      Seq("guest"),
      "box",
      new BlackBoxExec(image, code.map(new Attachments.Inline(_)), None, false, code.isDefined),
      Map.empty[ParameterName, ParameterValue],
      new ActionLimits(1.minute, 256, 10, 1, None),
      new Tuple3[AnyRef, AnyRef, AnyRef](Int.box(0), Int.box(0), Int.box(1)),
      false,
      Map.empty[ParameterName, ParameterValue],
      None)
}
