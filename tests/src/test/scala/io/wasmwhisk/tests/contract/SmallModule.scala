// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

/**
 * Modules of a few instructions, written as the core specification's chapter 5 says: no toolchain, so these suites run
 * beside OpenWhisk's own jars, whose versions win. Function 0 is WASI's `fd_write`, 1 is `environ_sizes_get`.
 */
object SmallModule {

  /**
   * A function with neither parameters nor results.
   *
   * @param name under which it is exported; none for one that is not
   * @param code its instructions
   */
  final case class Function(name: Option[String], code: Seq[Int])

  /** Instructions that write a line from the memory to stdout. */
  def print(at: Int, bytes: Int): Seq[Int] =
    store(0, const(at)) ++ store(4, const(bytes)) ++ const(1) ++ const(0) ++ const(1) ++ const(8) ++ Seq(0x10, 0x00, 0x1a)

  /** Stores what instructions give at an address. */
  def store(address: Int, value: Seq[Int]): Seq[Int] = const(address) ++ value ++ Seq(0x36, 0x02, 0x00)

  def load(address: Int): Seq[Int] = const(address) ++ Seq(0x28, 0x02, 0x00)

  def add(one: Seq[Int], other: Seq[Int]): Seq[Int] = one ++ other :+ 0x6a

  /** Has the size of the environment written to the two addresses. */
  def environSizes(count: Int, bytes: Int): Seq[Int] = const(count) ++ const(bytes) ++ Seq(0x10, 0x01, 0x1a)

  val endless: Seq[Int] = Seq(0x03, 0x40, 0x0c, 0x00, 0x0b)

  def const(value: Int): Seq[Int] = {
    def signed(left: Int): Seq[Int] =
      if (left >= -64 && left < 64) Seq(left & 0x7f) else (left & 0x7f | 0x80) +: signed(left >> 7)
    0x41 +: signed(value)
  }

  /** A module whose exported functions print a line each, as what they are called says. */
  def printing(lines: (String, String)*): String = {
    val texts = lines.map(_._2 + "\n")
    val starts = texts.scanLeft(16)(_ + _.getBytes(UTF_8).length)
    val functions = lines.zip(starts).zip(texts).map {
      case (((name, _), at), text) => Function(Some(name), print(at, text.getBytes(UTF_8).length))
    }
    module(functions, memory = texts.mkString)
  }

  /**
   * Base64 of a module.
   *
   * @param start the first function is called when the module is instantiated
   * @param memory what the memory has from byte 16 on
   */
  def module(functions: Seq[Function], start: Boolean = false, memory: String = ""): String = {
    val imports = Seq("fd_write" -> 1, "environ_sizes_get" -> 2).map {
      case (function, kind) => text("wasi_snapshot_preview1") ++ text(function) ++ Seq(0x00, kind)
    }
    val exports = functions.zipWithIndex.collect { case (Function(Some(name), _), i) => text(name) ++ Seq(0x00, i + 2) }
    val codes = functions.map(function => sized(Seq(0x00) ++ function.code :+ 0x0b))
    val bytes = Seq(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00) ++
      section(1, vector(Seq(signature(0, 0), signature(4, 1), signature(2, 1)))) ++
      section(2, vector(imports)) ++
      section(3, vector(functions.map(_ => Seq(0x00)))) ++
      section(5, vector(Seq(Seq(0x00, 0x01)))) ++
      section(7, vector((text("memory") ++ Seq(0x02, 0x00)) +: exports)) ++
      (if (start) section(8, Seq(0x02)) else Nil) ++
      section(10, vector(codes)) ++
      section(11, vector(Seq(Seq(0x00) ++ const(16) ++ Seq(0x0b) ++ text(memory))))
    Invoker.base64(bytes.map(_.toByte).toArray)
  }

  /** Of 32-bit integers only. */
  private def signature(parameters: Int, results: Int) =
    0x60 +: (parameters +: Seq.fill(parameters)(0x7f)) ++: (results +: Seq.fill(results)(0x7f))

  private def section(id: Int, content: Seq[Int]) = id +: sized(content)

  private def text(value: String) = sized(value.getBytes(UTF_8).map(_ & 0xff))

  private def sized(content: Seq[Int]) = unsigned(content.length) ++ content

  private def vector(elements: Seq[Seq[Int]]) = unsigned(elements.length) ++ elements.flatten

  private def unsigned(value: Int): Seq[Int] =
    if (value < 128) Seq(value) else (value & 0x7f | 0x80) +: unsigned(value >> 7)
}
