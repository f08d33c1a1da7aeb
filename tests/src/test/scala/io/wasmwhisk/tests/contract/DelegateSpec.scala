// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import scala.concurrent.duration._

import org.apache.openwhisk.core.containerpool._
import org.apache.openwhisk.core.entity._
import org.scalatest.BeforeAndAfterEach
import org.scalatest.flatspec.AnyFlatSpec
import org.scalatest.matchers.should.Matchers
import spray.json._

/** Images that are ours, and all others. */
class DelegateSpec extends AnyFlatSpec with Matchers with BeforeAndAfterEach {
  import Invoker.{await, base64, error, guest, result, transaction}
  import MixedInvoker._
  import RecordingProvider.Call

  private val Ours = image("wasmwhisk/action-wasm:latest")
  private val Node = image("openwhisk/action-nodejs-v20:nightly")

  private val Recording = s"""whisk.wasm.delegate = "${RecordingProvider.getClass.getName}""""

  override protected def beforeEach(): Unit = RecordingProvider.reset()

  private def using[T](settings: String)(test: MixedInvoker => T): T = {
    val invoker = new MixedInvoker(settings)
    try test(invoker)
    finally invoker.close()
  }

  /** Starts and ends, as an invoker that is not stopped in between. */
  private def running[T](settings: String)(test: MixedInvoker => T): T =
    using(settings) { invoker =>
      invoker.factory.init()
      RecordingProvider.taken()
      try test(invoker)
      finally invoker.factory.cleanup()
    }

  behavior of "a delegate"

  it should "be made with what the invoker gave" in using(Recording) { invoker =>
    invoker.factory
    RecordingProvider.taken() shouldBe Vector(
      Call("instance", Seq(invoker.system, invoker.logging, invoker.config, invoker.instance, invoker.parameters)))
  }

  it should "be named without the dollar sign of its class, too" in
    using(Recording.replace("$", "")) { invoker =>
      invoker.factory
      RecordingProvider.taken().map(_.name) shouldBe Vector("instance")
    }

  it should "be started and cleaned up" in using(Recording) { invoker =>
    invoker.factory.init()
    invoker.factory.cleanup()
    RecordingProvider.taken().map(_.name) shouldBe Vector("instance", "init", "cleanup")
    invoker.logged should contain("WasmWhisk gives containers of other images to io.wasmwhisk.tests.contract.RecordingProvider")
  }

  it should "get every argument of a cold start as it came" in running(Recording) { invoker =>
    val arguments = Seq[Any](transaction(), "a name", Node, true, ByteSize.fromString("512 MB"), 7, Some(Double.box(0.5)), Some(blackbox(Node, None)))
    val made = invoker.factory.createContainer(
      arguments(0).asInstanceOf[org.apache.openwhisk.common.TransactionMetadata],
      "a name",
      Node,
      true,
      arguments(4).asInstanceOf[ByteSize],
      7,
      arguments(6).asInstanceOf[Option[AnyRef]],
      arguments(7).asInstanceOf[Option[ExecutableWhiskAction]],
      invoker.config,
      invoker.logging)
    made should be theSameInstanceAs RecordingProvider.Made
    val calls = RecordingProvider.taken()
    calls shouldBe Vector(Call("cold", arguments ++ Seq(invoker.config, invoker.logging)))
    calls.head.arguments.head.asInstanceOf[AnyRef] should be theSameInstanceAs arguments.head.asInstanceOf[AnyRef]
  }

  it should "get every argument of a prewarm as it came" in running(Recording) { invoker =>
    val tid = transaction()
    val made =
      invoker.factory.createContainer(tid, "a name", Node, false, Memory, 3, None, invoker.config, invoker.logging)
    made should be theSameInstanceAs RecordingProvider.Made
    RecordingProvider.taken() shouldBe Vector(
      Call("plain", Seq(tid, "a name", Node, false, Memory, 3, None, invoker.config, invoker.logging)))
  }

  it should "not be asked for images that are ours" in running(Recording) { invoker =>
    for (text <- Seq("wasmwhisk/action-wasm", "wasmwhisk/action-wasm:1.0", "registry.example.com:5000/wasmwhisk/action-wasm")) {
      await(invoker.plain(image(text)))
      await(invoker.cold(image(text), None))
    }
    RecordingProvider.taken() shouldBe empty
  }

  it should "be asked for what is not among the images that are set" in
    running(s"$Recording, whisk.wasm.images = [registry.example.com/wasm]") { invoker =>
      await(invoker.plain(image("registry.example.com/wasm:3")))
      RecordingProvider.taken() shouldBe empty
      Seq(Ours, image("wasm"), image("other.example.com/wasm")).foreach(invoker.plain)
      RecordingProvider.taken().map(_.arguments(2)) shouldBe Vector(Ours, image("wasm"), image("other.example.com/wasm"))
    }

  for ((call, create) <- Seq[(String, MixedInvoker => concurrent.Future[Container])](
         "plain" -> (_.plain(Node)),
         "cold" -> (_.cold(Node, None)))) {
    for (thrown <- Seq(new IllegalStateException("no room"), new NoClassDefFoundError("io/fabric8"))) {
      it should s"fail a future where it throws $thrown: $call" in running(Recording) { invoker =>
        RecordingProvider.failing = Map(call -> thrown)
        val failure = await(create(invoker).failed)
        // scala.concurrent puts an Error into an exception.
        Seq(failure, failure.getCause) should contain(thrown)
        invoker.logged should contain(s"WasmWhisk: no container was created: $thrown")
      }
    }
  }

  it should "be cleaned up and started beside the plugin, whose failure it does not see" in running(Recording) { invoker =>
    RecordingProvider.failing = Map("init" -> new IllegalStateException("of the delegate"))
    the[IllegalStateException] thrownBy invoker.factory.init() should have message "of the delegate"
    RecordingProvider.failing = Map.empty
    invoker.factory.init()
    RecordingProvider.taken().map(_.name) shouldBe Vector("init", "init")
    await(invoker.plain(Ours))
  }

  it should "not keep the plugin from its end by failing at its own" in using(Recording) { invoker =>
    invoker.factory.init()
    val ours = await(invoker.plain(Ours))
    await(ours.initialize(JsObject("code" -> JsString(base64(guest("c/mirror"))), "binary" -> JsTrue), 1.minute, 1, None, transaction()))
    val run = ours.run(JsObject("loop" -> JsTrue), JsObject.empty, 1.minute, 1, ByteSize.fromString("1 MB"), ByteSize.fromString("1 KB"), false, transaction())
    RecordingProvider.failing = Map("cleanup" -> new NoClassDefFoundError("io/fabric8"))

    the[IllegalStateException] thrownBy invoker.factory.cleanup() should have message
      "WasmWhisk: java.lang.NoClassDefFoundError: io/fabric8"
    error(await(run)._2.asInstanceOf[ActivationResponse]) shouldBe
      "The action did not produce a valid response and exited unexpectedly."
  }

  behavior of "an invoker's start with a delegate"

  private val Expected =
    "Name a ContainerFactoryProvider, such as org.apache.openwhisk.core.containerpool.docker.DockerContainerFactoryProvider, or none."

  private def failure(delegate: String): String =
    using(s"""whisk.wasm.delegate = "$delegate"""") { invoker =>
      (the[IllegalStateException] thrownBy invoker.factory).getMessage
    }

  private val Start = "WasmWhisk could not start: whisk.wasm.delegate = "

  it should "fail where there is no such class" in {
    failure("example.Nobody") shouldBe s"${Start}example.Nobody is not on the invoker's class path. $Expected"
  }

  it should "fail where the class is no object" in {
    failure("io.wasmwhisk.tests.contract.Plainly") shouldBe
      s"${Start}io.wasmwhisk.tests.contract.Plainly is no Scala object: it has no field MODULE$$. $Expected"
  }

  it should "fail where it is no provider" in {
    failure("io.wasmwhisk.tests.contract.NoProvider") shouldBe
      s"${Start}io.wasmwhisk.tests.contract.NoProvider is no ContainerFactoryProvider. $Expected"
  }

  it should "fail where its object cannot be made" in {
    failure("io.wasmwhisk.tests.contract.BrokenProvider") shouldBe
      s"${Start}io.wasmwhisk.tests.contract.BrokenProvider could not be loaded: java.lang.IllegalArgumentException: no key whisk.helm.release"
  }

  it should "fail where it is this plugin itself" in {
    val plugin = "org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider"
    failure(plugin) shouldBe s"$Start$plugin is this plugin itself, which would ask itself for ever. $Expected"
  }

  for (thrown <- Seq(new java.io.FileNotFoundException("Couldn't locate docker binary"), new NoClassDefFoundError("io/fabric8"))) {
    it should s"fail with an exception where the delegate throws $thrown" in {
      RecordingProvider.failing = Map("instance" -> thrown)
      failure("io.wasmwhisk.tests.contract.RecordingProvider") shouldBe
        s"${Start}io.wasmwhisk.tests.contract.RecordingProvider could not start: $thrown"
    }
  }

  behavior of "an invoker without a delegate"

  private def text(kind: String, image: String) =
    s"This invoker runs WebAssembly actions only, in the image wasmwhisk/action-wasm (whisk.wasm.images), and the action$kind needs the image $image. Deploy it as a WebAssembly action, or have the operator set whisk.wasm.delegate to the ContainerFactoryProvider that runs other images."

  it should "give a container of another image to a prewarm and to the scheduler's pool, and refuse at initialisation" in running("") { invoker =>
    val container = await(invoker.plain(Node))
    invoker.refusal(container) shouldBe text("", "openwhisk/action-nodejs-v20:nightly")
    invoker.refusal(await(invoker.cold(Node, None))) shouldBe text("", "openwhisk/action-nodejs-v20:nightly")
  }

  it should "say so at its start" in running("whisk.wasm.images = \"a/b:1, c\"") { invoker =>
    invoker.logged should contain("WasmWhisk refuses actions of other images than a/b:1, c: whisk.wasm.delegate is not set")
  }

  it should "name the kind where it is known" in running("") { invoker =>
    val user = image("example.com:5000/a/b")
    val container = await(invoker.cold(user, Some(blackbox(user, None)), userProvided = true))
    invoker.refusal(container) shouldBe text(" of kind blackbox", "example.com:5000/a/b")
  }

  it should "collect no logs of such a container, suspend, resume and destroy it" in running("") { invoker =>
    val container = await(invoker.plain(Node))
    invoker.refusal(container)
    invoker.logs(container) shouldBe empty
    await(container.suspend(transaction()))
    await(container.resume(transaction()))
    await(container.destroy(transaction()))
  }

  it should "refuse a run in such a container as the developer's error" in running("") { invoker =>
    val container = await(invoker.plain(Node))
    val (_, response) = await(
      container
        .run(JsObject.empty, JsObject.empty, 1.minute, 1, ByteSize.fromString("1 MB"), ByteSize.fromString("1 KB"), false, transaction())
        .asInstanceOf[concurrent.Future[(Interval, ActivationResponse)]])
    response.statusCode shouldBe ActivationResponse.DeveloperError
    Invoker.error(response) shouldBe text("", "openwhisk/action-nodejs-v20:nightly")
  }

  behavior of "a blackbox action with our image"

  for (written <- Seq("wasmwhisk/action-wasm", "wasmwhisk/action-wasm:latest", "wasmwhisk/action-wasm:0.1", "example.com/wasmwhisk/action-wasm")) {
    it should s"run: $written" in running(Recording) { invoker =>
      val action = blackbox(image(written), Some(base64(guest("c/hello"))))
      val container = await(invoker.cold(image(written), Some(action), userProvided = true))
      await(container.initialize(action.containerInitializer(Map.empty[String, JsValue]), 1.minute, 1, None, transaction()))
      val (_, response) = await(
        container
          .run(JsObject("name" -> JsString("Box")), JsObject.empty, 1.minute, 1, ByteSize.fromString("1 MB"), ByteSize.fromString("1 KB"), false, transaction())
          .asInstanceOf[concurrent.Future[(Interval, ActivationResponse)]])
      result(response) shouldBe JsObject("greeting" -> JsString("Hello, Box!"))
      RecordingProvider.taken() shouldBe empty
    }
  }

  it should "say that there is no code where there is none" in running("") { invoker =>
    val action = blackbox(Ours, None)
    val container = await(invoker.cold(Ours, Some(action), userProvided = true))
    invoker.refusal(container, action.containerInitializer(Map.empty[String, JsValue])) shouldBe "Missing main/no code to execute."
  }
}
