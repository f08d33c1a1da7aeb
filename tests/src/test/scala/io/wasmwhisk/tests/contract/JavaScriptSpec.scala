// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

import scala.concurrent.{Await, Future, TimeoutException}
import scala.concurrent.duration._

import org.apache.openwhisk.core.containerpool.InitializationError
import org.apache.openwhisk.core.entity.ActivationResponse
import spray.json._

/**
 * Actions in JavaScript: what OpenWhisk's runtime tests ask of the kind nodejs (`NodeJsActionContainerTests` of
 * openwhisk-runtime-nodejs), and the action by which its controllers ask an invoker for its health.
 */
abstract class JavaScriptSpec(pool: Pool) extends ContractSpec(pool) {
  import Invoker._

  private def script(code: String, main: String = "main", memory: String = "256 MB", env: Map[String, JsValue] = Map.empty) = {
    val made = invoker.container(memory)
    made.initialize(code, binary = false, main = main, env = env)
    made
  }

  private def files(entries: (String, String)*): String =
    zip(entries.map { case (name, text) => name -> text.getBytes(UTF_8) }: _*)

  private def packaged(code: String, main: String = "main") = {
    val made = invoker.container()
    made.initialize(code, main = main)
    made
  }

  private def refusal(code: String, main: String = "main"): String =
    invoker.container().initializationError(code, binary = false, main = main)

  private def answer(code: String, parameters: JsValue = JsObject.empty): JsValue = result(script(code).run(parameters))

  private val Endless = "for (;;);"

  private def endsWithin(future: Future[_], time: FiniteDuration): Boolean =
    try Await.ready(future, time).isCompleted
    catch { case _: TimeoutException => false }

  behavior of "JavaScript"

  it should "answer the action that asks for an invoker's health, in the least memory that standalone.conf allows" in {
    // InvokerPool.healthAction: no parameters, MemoryLimit.MIN_MEMORY.
    val health = script("function main(params) { return params; }", memory = "8 MB")
    val response = health.run(JsObject.empty)
    response.statusCode shouldBe ActivationResponse.Success
    result(response) shouldBe JsObject.empty
  }

  it should "give back what it was given" in {
    val parameters = """{"s":"text","n":[1,2.5,-3],"o":{"a":{"b":null}},"winter":"❄ ☃ ❄","t":true}""".parseJson
    answer("function main(args) { return args }", parameters) shouldBe parameters
    answer("function main(args) { return args }", JsArray(JsNumber(1), JsString("b"))) shouldBe JsArray(JsNumber(1), JsString("b"))
  }

  it should "give back names and texts that are special elsewhere" in {
    val parameters = JsObject(
      "__proto__" -> JsObject("a" -> JsNumber(1)),
      "constructor" -> JsString("c"),
      "toString" -> JsNull,
      "" -> JsString("no name"),
      "\u2028\u0000😀" -> JsString("\u2029\u0000\"\\"))
    answer("function main(args) { return args }", parameters) shouldBe parameters
  }

  it should "log what is special elsewhere as it is" in {
    val action = script(
      """function main() {
        |  console.log('a\u2028b\0c\x1b[1md');
        |  console.log('two\nlines\r\nand\rmore');
        |  process.stdout.write(Buffer.from([0x61, 0xff, 0x62, 0x0a]));
        |  process.stderr.write('❄'.slice(0, 1));
        |  return {};
        |}""".stripMargin)
    val tid = transaction()
    action.run(JsObject.empty, tid = tid)
    action.logLines(tid) shouldBe Vector(
      "stdout: a\u2028b\u0000c\u001b[1md",
      "stdout: two",
      "stdout: lines",
      "stdout: and\rmore",
      "stdout: a\ufffdb",
      "stderr: ❄")
  }

  it should "carry 1,048,561 characters" in {
    val parameters = JsObject("a" -> JsString("x" * 1048561))
    // On a busy machine, before any of it is compiled, a minute may not be enough.
    val response = script("function main(args) { return args }").run(parameters, maxResponse = "2 MB", timeout = 5.minutes)
    (result(response) == parameters) shouldBe true
  }

  it should "log both streams, and never take a log line for the result" in {
    val action = script(
      """function main(args) {
        |  console.log('{"not":"the result"}');
        |  console.error('to stderr', 1, [1, 'two'], { a: { b: { c: {} } } });
        |  process.stdout.write('half a line');
        |  return { winter: args.delimiter + ' ☃ ' + args.delimiter };
        |}""".stripMargin)
    val tid = transaction()
    result(action.run(JsObject("delimiter" -> JsString("❄")), tid = tid)) shouldBe JsObject("winter" -> JsString("❄ ☃ ❄"))
    action.logLines(tid) shouldBe Vector(
      "stdout: {\"not\":\"the result\"}",
      "stderr: to stderr 1 [ 1, 'two' ] { a: { b: { c: {} } } }",
      "stdout: half a line")
  }

  it should "have its environment when it is loaded and when it runs" in {
    val code = "const early = process.env.SOME_VAR; function main() { return { early, api: process.env.__OW_API_HOST, id: process.env.__OW_ACTIVATION_ID } }"
    val action = script(code, env = Map("SOME_VAR" -> JsString("xyz")))
    result(action.run(JsObject.empty, environment = JsObject("activation_id" -> JsString("0123")))) shouldBe JsObject(
      "early" -> JsString("xyz"),
      "api" -> JsString("http://127.0.0.1:3233"),
      "id" -> JsString("0123"))
  }

  it should "have another entry point than main" in {
    result(script("function niam(args) { return args }", main = "niam").run(JsObject("a" -> JsNumber(1)))) shouldBe JsObject("a" -> JsNumber(1))
  }

  for (code <- Seq(
      "exports.main = (args) => ({ ok: true })",
      "module.exports.main = (args) => ({ ok: true })",
      "function foo() { return { ok: true } }\nglobal.main = foo",
      "(function () { globalThis.main = () => ({ ok: true }) })()",
      "const main = async () => ({ ok: await Promise.resolve(true) })",
      "function main() { return new Promise((resolve) => setTimeout(() => resolve({ ok: true }), 20)) }")) {
    it should s"run ${code.replace('\n', ' ')}" in {
      answer(code) shouldBe JsObject("ok" -> JsTrue)
    }
  }

  it should "take text that begins with a byte order mark and ends with a comment" in {
    answer("\ufefffunction main() { return { ok: true } } // the end") shouldBe JsObject("ok" -> JsTrue)
  }

  it should "run several activations at once, each with its own globals, logs and end" in {
    val action = script(
      """let mine;
        |const main = (p) => {
        |  mine = p.i;
        |  console.log('run ' + p.i);
        |  if (p.i === 1) throw new Error('of 1');
        |  if (p.i === 2) process.exit(3);
        |  if (p.i === 3) for (;;);
        |  return new Promise((done) => setTimeout(() => done({ mine }), 500));
        |}""".stripMargin)
    val tids = Vector.fill(6)(transaction())
    val runs = tids.zipWithIndex.map {
      case (tid, i) =>
        val time = if (i == 3) 10.seconds else 2.minutes
        action.start(JsObject("i" -> JsNumber(i)), timeout = time, tid = tid, maxConcurrent = 6)
    }
    val ends = runs.map(await(_)._2)
    for (i <- Seq(0, 4, 5)) result(ends(i)) shouldBe JsObject("mine" -> JsNumber(i))
    error(ends(1)) shouldBe "An error has occurred: Error: of 1"
    error(ends(2)) shouldBe "The action did not produce a valid response and exited unexpectedly."
    error(ends(3)) shouldBe "The action exceeded its time limits of 10000 milliseconds."
    tids.zipWithIndex.foreach { case (tid, i) => action.logLines(tid).head shouldBe s"stdout: run $i" }
  }

  it should "give an empty object for nothing" in {
    answer("function main() { return }") shouldBe JsObject.empty
  }

  it should "start from nothing in every activation" in {
    val action = script("global.count = 0; function main() { return { count: ++count } }")
    result(action.run(JsObject.empty)) shouldBe JsObject("count" -> JsNumber(1))
    result(action.run(JsObject.empty)) shouldBe JsObject("count" -> JsNumber(1))
  }

  it should "report an error that it returns as the application's" in {
    val response = script("function main() { return { error: 'sorry' } }").run(JsObject.empty)
    response.statusCode shouldBe ActivationResponse.ApplicationError
    error(response) shouldBe "sorry"
  }

  it should "report what a promise is rejected with as the application's error" in {
    val response = script("async function main() { return a.b.c }").run(JsObject.empty)
    response.statusCode shouldBe ActivationResponse.ApplicationError
    val JsObject(rejected) = result(response).asJsObject.fields("error")
    rejected("name") shouldBe JsString("ReferenceError")
    rejected("message") shouldBe JsString("a is not defined")
    rejected("stack").convertTo[String](DefaultJsonProtocol.StringJsonFormat) should startWith("ReferenceError: a is not defined\n    at main (action.js:1:")
  }

  it should "report what it throws as the developer's error, with the stack in its logs" in {
    val action = script("function main() {\n  throw new Error('nooooo')\n}")
    val tid = transaction()
    val response = action.run(JsObject.empty, tid = tid)
    response.statusCode shouldBe ActivationResponse.DeveloperError
    error(response) shouldBe "An error has occurred: Error: nooooo"
    val lines = action.logLines(tid)
    lines should have size 2
    lines(0) shouldBe "stderr: Error: nooooo"
    lines(1) should startWith("stderr:     at main (action.js:2:")
  }

  for (value <- Seq("'text'", "42", "null", "main")) {
    it should s"refuse $value as a result" in {
      val response = script(s"function main() { return $value }").run(JsObject.empty)
      response.statusCode shouldBe ActivationResponse.DeveloperError
      error(response) shouldBe "The action did not return a dictionary or array."
    }
  }

  it should "say that a promise can never be settled" in {
    error(script("function main() { return new Promise(() => {}) }").run(JsObject.empty)) shouldBe
      "The action did not end: its promise was never settled, and no timer is left that could settle it."
  }

  it should "end without a result when its process does" in {
    val response = script("function main() { console.log('{}'); process.exit(0) }").run(JsObject.empty)
    response.statusCode shouldBe ActivationResponse.DeveloperError
    error(response) shouldBe "The action did not produce a valid response and exited unexpectedly."
  }

  for ((what, code) <- Seq("a loop" -> "function main() { for (;;); }", "a timer" -> "const main = () => new Promise((resolve) => setTimeout(resolve, 60000))")) {
    it should s"end $what at its deadline" in {
      error(script(code).run(JsObject.empty, timeout = 500.milliseconds)) shouldBe "The action exceeded its time limits of 500 milliseconds."
    }
  }

  // How many calls the host's stack holds depends on what is compiled by then: it may end before QuickJS's own limit.
  it should "get a RangeError for calls that are too deep, or be ended by the host's stack, and go on" in {
    val deep = script("function deep() { return deep() + 1 } function main(p) { try { return p.deep ? deep() : p } catch (e) { return { e: String(e) } } }")
    val end = deep.run(JsObject("deep" -> JsTrue))
    if (end.statusCode == ActivationResponse.Success) result(end) shouldBe JsObject("e" -> JsString("RangeError: Maximum call stack size exceeded"))
    else error(end) shouldBe "The action did not produce a valid response and exited unexpectedly."
    result(deep.run(JsObject("n" -> JsNumber(1)))) shouldBe JsObject("n" -> JsNumber(1))
  }

  it should "be told when it exhausts its memory" in {
    val greedy = script("function main() { const all = []; for (;;) all.push(new Uint8Array(1 << 20)) }", memory = "32 MB")
    error(greedy.run(JsObject.empty)) shouldBe "The action exhausted its memory and was aborted."
  }

  it should "be told when it exhausts its memory while it is loaded" in {
    val greedy = invoker.container("32 MB")
    greedy.initializationError("const all = []; for (;;) all.push(new Uint8Array(1 << 20)); function main() {}", binary = false) shouldBe
      "The action exhausted its memory and was aborted."
  }

  it should "be refused at initialisation for its syntax" in {
    refusal("10 PRINT \"Hello world!\"\n20 GOTO 10") should startWith("Initialization has failed due to: SyntaxError: ")
  }

  it should "be refused at initialisation for what it throws when it is loaded" in {
    refusal("const a = b; function main() {}") should startWith("Initialization has failed due to: ReferenceError: b is not defined\n    at ")
  }

  it should "be refused at initialisation without its entry point" in {
    refusal("function main() {}", main = "niam") shouldBe "Initialization has failed due to: Action entrypoint 'niam' is not a function."
  }

  for (code <- Seq(0, 1, 255)) {
    it should s"be refused at initialisation when it ends its process while it is loaded, with code $code" in {
      refusal(s"process.exit($code); function main() {}") shouldBe "The action did not initialize and exited unexpectedly."
    }
  }

  it should "be told at its deadline when it does not come to its end while it is loaded" in {
    val failure = invoker.container().initializationFailure(initializer(Endless, binary = false), 500.milliseconds)
    error(failure.response) shouldBe "The action exceeded its time limits of 500 milliseconds during initialization."
  }

  it should "leave the processor when its container is destroyed while it is loaded" in {
    val small = new Invoker(pool, "whisk.wasm.concurrent-activations = 1")
    try {
      val other = small.action(mirror)
      val container = small.container()
      val initialization = container.startInitialization(initializer(Endless, binary = false), 10.minutes)
      // Begun when another action's run has to wait for it.
      val waiting = Iterator.continually(other.start(JsObject.empty, timeout = 10.minutes)).find(!endsWithin(_, 2.seconds)).get
      container.container.destroy(transaction())
      Await.result(waiting, 30.seconds)._2.statusCode shouldBe ActivationResponse.Success
      Await.result(initialization.failed, 30.seconds) match {
        case failed: InitializationError => error(failed.response) shouldBe "The action was not run: its container was removed."
        case unexpected                  => fail(unexpected)
      }
    } finally small.close()
  }

  it should "have of Node what docs/javascript.md says" in {
    val code =
      """const util = require('util');
        |const fs = require('node:fs');
        |async function main() {
        |  const stats = await util.promisify(fs.stat)('.');
        |  fs.writeFileSync('/tmp/a', Buffer.from('4pij', 'base64'));
        |  return {
        |    directory: stats.isDirectory(),
        |    written: fs.readFileSync('/tmp/a', 'utf8'),
        |    hex: Buffer.from('❄').toString('hex'),
        |    url: new URL('../x?y=1', 'https://example.com/a/b/c').href,
        |    uuid: require('crypto').randomUUID().length,
        |    shown: util.inspect({ a: [1, new Map([['k', { b: { c: 1 } }]])] }),
        |  };
        |}""".stripMargin
    answer(code) shouldBe JsObject(
      "directory" -> JsTrue,
      "written" -> JsString("☣"),
      "hex" -> JsString("e29d84"),
      "url" -> JsString("https://example.com/a/x?y=1"),
      "uuid" -> JsNumber(36),
      "shown" -> JsString("{ a: [ 1, Map(1) { 'k' => [Object] } ] }"))
  }

  it should "name the module of Node that it does not have" in {
    error(script("function main() { require('http') }").run(JsObject.empty)) shouldBe
      "An error has occurred: Error: Cannot find module 'http': it is a module of Node.js that JavaScript actions on WebAssembly do not have"
    error(script("function main() { require('.mildlyinvalidnameofanonexistentpackage') }").run(JsObject.empty)) shouldBe
      "An error has occurred: Error: Cannot find module '.mildlyinvalidnameofanonexistentpackage'"
  }

  behavior of "a JavaScript package"

  it should "begin with the file that package.json names, and require files and packages of its own" in {
    val action = packaged(
      files(
        "package.json" -> """{"name":"p","main":"lib/start.js"}""",
        "lib/start.js" -> "const { greet } = require('../greet'); exports.main = (args) => ({ text: greet(args.name), from: require('abc').name, data: require('./data').a })",
        "lib/data.json" -> """{"a":[1]}""",
        "greet.js" -> "exports.greet = (name) => 'Hello ' + name",
        "node_modules/abc/package.json" -> """{"name":"abc","main":"main.js"}""",
        "node_modules/abc/main.js" -> "exports.name = __filename"))
    result(action.run(JsObject("name" -> JsString("you")))) shouldBe JsObject(
      "text" -> JsString("Hello you"),
      "from" -> JsString("/node_modules/abc/main.js"),
      "data" -> JsArray(JsNumber(1)))
  }

  it should "begin with index.js" in {
    result(packaged(files("index.js" -> "exports.main = () => ({ ok: true })")).run(JsObject.empty)) shouldBe JsObject("ok" -> JsTrue)
  }

  it should "begin with the file and the function that its entry point names" in {
    val code = files("other.js" -> "exports.niam = { xyz: () => ({ from: 'nested' }) }")
    result(packaged(code, main = "other.niam.xyz").run(JsObject.empty)) shouldBe JsObject("from" -> JsString("nested"))
  }

  it should "need package.json or index.js otherwise" in {
    invoker.container().initializationError(files("other.js" -> "exports.main = () => ({})")) shouldBe
      "Initialization has failed due to: Zipped actions must contain either package.json or index.js at the root."
  }
}

class JavaScriptInV1PoolSpec extends JavaScriptSpec(Pool.V1)

class JavaScriptInSchedulerPoolSpec extends JavaScriptSpec(Pool.Scheduler)
