// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import java.nio.charset.StandardCharsets.UTF_8

/** Guests that write what a test says, byte by byte, and then answer `{}`; put together here, so that nothing but Scala is needed. */
object Writer {

  /** What one `fd_write` writes to a descriptor. */
  final case class Piece(fd: Int, bytes: Array[Byte])

  def out(text: String): Piece = Piece(1, text.getBytes(UTF_8))

  def err(text: String): Piece = Piece(2, text.getBytes(UTF_8))

  def err(octets: Array[Byte]): Piece = Piece(2, octets)

  def bytes(octets: Int*): Array[Byte] = octets.map(_.toByte).toArray

  private val Result = out("{}\n")
  private val Nothing = Vector.empty[Byte]

  /** Each piece by a call of its own. */
  def writing(pieces: Piece*): String = guest(1, pieces, Result, Nothing)

  /** The piece again and again. */
  def flooding(times: Int, piece: Piece): String = guest(times, Seq(piece), Result, Nothing)

  /** Without a result after the pieces. */
  def writingOnly(pieces: Piece*): String = guest(1, pieces, out(""), Nothing)

  /** Traps after the pieces. */
  def writingAndTrapping(times: Int, pieces: Piece*): String = guest(times, pieces, out(""), Unreachable)

  /** Traps where its memory or its global is not as the module says. */
  lazy val onceOnly: String = {
    val used = GlobalGet ++ const(Flag) ++ Load ++ Or
    val use = const(1) ++ GlobalSet ++ const(Flag) ++ const(1) ++ Store
    module(used ++ If ++ Unreachable ++ End ++ use ++ write(Result.fd, Data, Result.bytes.length), Result.bytes.toVector)
  }

  /** Addresses: a vector of one piece, what was written, the pieces; and a word that is 0. */
  private val Written = 8
  private val Data = 16
  private val Flag = 1024

  private val Unreachable = Vector[Byte](0x00)
  private val Loop = Vector[Byte](0x03, 0x40)
  private val If = Vector[Byte](0x04, 0x40)
  private val End = Vector[Byte](0x0b)
  private val BranchIf = Vector[Byte](0x0d, 0)
  private val CallWrite = Vector[Byte](0x10, 0)
  private val Drop = Vector[Byte](0x1a)
  private val LocalGet = Vector[Byte](0x20, 0)
  private val LocalSet = Vector[Byte](0x21, 0)
  private val GlobalGet = Vector[Byte](0x23, 0)
  private val GlobalSet = Vector[Byte](0x24, 0)
  private val Load = Vector[Byte](0x28, 2, 0)
  private val Store = Vector[Byte](0x36, 2, 0)
  private val Subtract = Vector[Byte](0x6b)
  private val Or = Vector[Byte](0x72)
  private val I32 = 0x7f.toByte

  private def guest(times: Int, pieces: Seq[Piece], last: Piece, end: Vector[Byte]): String = {
    val all = pieces :+ last
    val starts = all.scanLeft(Data)((at, piece) => at + piece.bytes.length)
    val calls = all.zip(starts).map { case (piece, at) => write(piece.fd, at, piece.bytes.length) }
    val again = Loop ++ calls.init.flatten ++ LocalGet ++ const(1) ++ Subtract ++ LocalSet ++ LocalGet ++ BranchIf ++ End
    module(const(times) ++ LocalSet ++ again ++ calls.last ++ end, all.flatMap(_.bytes).toVector)
  }

  private def write(fd: Int, at: Int, length: Int): Vector[Byte] =
    const(0) ++ const(at) ++ Store ++ const(4) ++ const(length) ++ Store ++
      const(fd) ++ const(0) ++ const(1) ++ const(Written) ++ CallWrite ++ Drop

  /** A command with one function of one local, one global that is 0, and data at [[Data]]. */
  private def module(body: Vector[Byte], data: Vector[Byte]): String = {
    val function = number(1) ++ number(1) ++ Vector(I32) ++ body ++ End
    val sections =
      section(1, Vector[Byte](2, 0x60, 4, I32, I32, I32, I32, 1, I32, 0x60, 0, 0)) ++
        section(2, number(1) ++ name("wasi_snapshot_preview1") ++ name("fd_write") ++ Vector[Byte](0, 0)) ++
        section(3, Vector[Byte](1, 1)) ++
        section(5, Vector[Byte](1, 0) ++ number((Data + data.length) / 65536 + 1)) ++
        section(6, Vector[Byte](1, I32, 1) ++ const(0) ++ End) ++
        section(7, number(2) ++ name("memory") ++ Vector[Byte](2, 0) ++ name("_start") ++ Vector[Byte](0, 1)) ++
        section(10, number(1) ++ number(function.length) ++ function) ++
        section(11, Vector[Byte](1, 0) ++ const(Data) ++ End ++ number(data.length) ++ data)
    Invoker.base64(Array[Byte](0, 'a', 's', 'm', 1, 0, 0, 0) ++ sections)
  }

  private def section(id: Byte, content: Vector[Byte]): Vector[Byte] = id +: (number(content.length) ++ content)

  private def name(text: String): Vector[Byte] = number(text.length) ++ text.getBytes(UTF_8)

  private def const(value: Int): Vector[Byte] = 0x41.toByte +: signed(value)

  /** LEB128. */
  private def number(value: Int): Vector[Byte] =
    if (value < 0x80) Vector(value.toByte) else ((value & 0x7f) | 0x80).toByte +: number(value >>> 7)

  /** Signed LEB128 of what is not negative. */
  private def signed(value: Int): Vector[Byte] =
    if (value < 0x40) Vector(value.toByte) else ((value & 0x7f) | 0x80).toByte +: signed(value >>> 7)
}
