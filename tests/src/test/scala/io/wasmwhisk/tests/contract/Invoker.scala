// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.io.ByteArrayOutputStream
import java.nio.charset.StandardCharsets.UTF_8
import java.nio.file.{Files, Path, Paths}
import java.util.Base64
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.zip.{ZipEntry, ZipOutputStream}

import scala.collection.JavaConverters._
import scala.concurrent.{Await, Future}
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

/**
 * What an invoker does with a plugin: loads its provider by the SPI, makes containers, calls them.
 *
 * @param pool the pool whose calls these are
 * @param settings what its configuration says beside the defaults
 */
final class Invoker(pool: Pool, settings: String = "") extends AutoCloseable {
  import Invoker._

  private[contract] val system = ActorSystem("contract", ConfigFactory.parseString(settings).withFallback(ConfigFactory.parseString(Settings)).withFallback(ConfigFactory.load()))

  private val written = new ConcurrentLinkedQueue[String]

  private val logging = new Logging {
    override def emit(level: Int, tid: TransactionMetadata, from: Any, message: () => String): Unit = {
      written.add(message())
      ()
    }
  }

  private val config = new WhiskConfig(
    Map(WhiskConfig.wskApiProtocol -> "http", WhiskConfig.wskApiHostname -> "127.0.0.1", WhiskConfig.wskApiPort -> "3233"),
    Set.empty[String],
    null,
    Map.empty[String, String],
    logging)

  private val factory: ContainerFactory = SpiLoader
    .get(manifest[ContainerFactoryProvider], Providers)
    .instance(
      system,
      logging,
      config,
      new InvokerInstanceId(0, None, None, ByteSize.fromString("1024 MB"), None, Nil, Nil),
      Map.empty)

  factory.init()

  /** A container, as the pool makes one for an activation that finds none. */
  def container(memory: String = "256 MB", annotations: Map[String, JsValue] = Map.empty): Running = {
    val action = pool match {
      case Pool.V1        => Some(Actions.executable(Image, memory, annotations))
      case Pool.Scheduler => None
    }
    new Running(create(memory, action), action)
  }

  /** A container, as prewarm makes one: by name, image and memory. */
  def prewarmed(memory: String = "256 MB"): Running = new Running(create(memory, None), None)

  /** A container, by the method that knows no action. */
  def actionless(memory: String = "256 MB"): Running =
    new Running(
      await(factory.createContainer(transaction(), "contract", Image, false, ByteSize.fromString(memory), 1, None, config, logging)),
      None)

  private def create(memory: String, action: Option[ExecutableWhiskAction]): Container =
    await(factory.createContainer(transaction(), "contract", Image, false, ByteSize.fromString(memory), 1, None, action, config, logging))

  /** A container with an action in it. */
  def action(code: String, memory: String = "256 MB"): Running = {
    val made = container(memory)
    made.initialize(code)
    made
  }

  /** What the plugin, and OpenWhisk around it, wrote to the invoker's log. */
  def log: Vector[String] = written.asScala.toVector

  /** What SIGTERM makes an invoker do, while activations run. */
  def cleanup(): Unit = factory.cleanup()

  override def close(): Unit = {
    cleanup()
    await(system.terminate())
  }

  /**
   * A container and the calls that an invoker makes.
   *
   * @param known the action, where the pool tells it
   */
  final class Running(val container: Container, known: Option[ExecutableWhiskAction]) {

    def initialize(
      code: String,
      binary: Boolean = true,
      main: String = "main",
      env: Map[String, JsValue] = Map.empty,
      timeout: FiniteDuration = Enough): Interval =
      await(startInitialization(initializer(code, binary, main, env), timeout))

    def startInitialization(
      initializer: JsObject,
      timeout: FiniteDuration = Enough,
      tid: TransactionMetadata = transaction()): Future[Interval] =
      container.initialize(initializer, timeout, 1, known.map(_.toWhiskAction), tid)

    /** What came back in place of an initialised container. */
    def initializationFailure(initializer: JsObject, timeout: FiniteDuration = Enough): InitializationError =
      Await.result(startInitialization(initializer, timeout).failed, More) match {
        case failed: InitializationError => failed
        case other                       => throw new AssertionError("no InitializationError", other)
      }

    /** The text that reaches the user when the initialisation fails. */
    def initializationError(code: String, binary: Boolean = true, main: String = "main"): String =
      error(initializationFailure(initializer(code, binary, main)).response)

    def start(
      parameters: JsValue,
      environment: JsObject = JsObject.empty,
      timeout: FiniteDuration = Enough,
      maxResponse: String = "1 MB",
      tid: TransactionMetadata = transaction(),
      maxConcurrent: Int = 1,
      truncation: String = "1 KB",
      reschedule: Boolean = false): Future[(Interval, ActivationResponse)] =
      container
        .run(
          parameters,
          environment,
          timeout,
          maxConcurrent,
          ByteSize.fromString(maxResponse),
          ByteSize.fromString(truncation),
          reschedule,
          tid)
        .asInstanceOf[Future[(Interval, ActivationResponse)]]

    def run(
      parameters: JsValue,
      environment: JsObject = JsObject.empty,
      timeout: FiniteDuration = Enough,
      maxResponse: String = "1 MB",
      tid: TransactionMetadata = transaction(),
      truncation: String = "1 KB"): ActivationResponse =
      await(start(parameters, environment, timeout, maxResponse, tid, truncation = truncation))._2

    def logs(tid: TransactionMetadata, limit: String = "10 MB"): Vector[JsObject] =
      await(container.logs(ByteSize.fromString(limit), false, tid).runWith(Sink.seq[ByteString])(akka.stream.Materializer(system)))
        .map(_.utf8String.parseJson.asJsObject)
        .toVector

    /** Log lines as `stream: text`. */
    def logLines(tid: TransactionMetadata, limit: String = "10 MB"): Vector[String] =
      logs(tid, limit).map { line =>
        val JsString(stream) = line.fields("stream")
        val JsString(text) = line.fields("log")
        s"$stream: ${text.stripSuffix("\n")}"
      }
  }
}

object Invoker {
  private val Image = new ExecManifest.ImageName("action-wasm", None, Some("wasmwhisk"), Some("latest"))

  private val Settings =
    "akka.loglevel = WARNING, akka.actor.provider = local, pekko.actor.provider = local, whisk.wasm.prewarm = 0s"

  /** A time limit that is no part of what is tested: nothing reaches it on a busy machine that only interprets guests, either. */
  val Enough: FiniteDuration = 5.minutes

  private val More = Enough + 1.minute

  /** What `whisk.spi.ContainerFactoryProvider` is set to on an invoker. */
  private object Providers extends SpiClassResolver {
    override def getClassNameForType[T](kind: Manifest[T]): String =
      "org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider"
  }

  private val Root: Path = Paths.get(System.getProperty("maven.multiModuleProjectDirectory"))

  /** What `ExecutableWhiskAction.containerInitializer` makes. */
  def initializer(
    code: String,
    binary: Boolean = true,
    main: String = "main",
    env: Map[String, JsValue] = Map.empty): JsObject =
    JsObject(
      "name" -> JsString("contract"),
      "main" -> JsString(main),
      "code" -> JsString(code),
      "binary" -> JsBoolean(binary),
      "env" -> JsObject(env))

  /** A transaction of its own for each call: logs are found by it. */
  def transaction(): TransactionMetadata =
    new TransactionMetadata(java.util.UUID.randomUUID.toString, java.time.Instant.now, false, None)

  def await[T](future: Future[T]): T = Await.result(future, More)

  def guest(name: String): Array[Byte] = Files.readAllBytes(Root.resolve("actions").resolve(s"$name.wasm"))

  def base64(bytes: Array[Byte]): String = Base64.getEncoder.encodeToString(bytes)

  def zip(entries: (String, Array[Byte])*): String = {
    val bytes = new ByteArrayOutputStream
    val out = new ZipOutputStream(bytes)
    entries.foreach {
      case (name, content) =>
        out.putNextEntry(new ZipEntry(name))
        out.write(content)
        out.closeEntry()
    }
    out.close()
    base64(bytes.toByteArray)
  }

  /** What an upload as text makes of a module: bytes that are no UTF-8 are replaced. */
  def mangled(bytes: Array[Byte]): String = new String(bytes, UTF_8)

  def error(response: ActivationResponse): String =
    response.result.get.asInstanceOf[JsValue].asJsObject.fields("error").asInstanceOf[JsString].value

  def result(response: ActivationResponse): JsValue = response.result.get.asInstanceOf[JsValue]
}
