// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.flood;

import io.wasmwhisk.engine.binary.Wat;

/** Guests that take all they can get of one thing, keep it for a while, and fail. */
enum Bomb {
  /** Doubles its memory until it may not. */
  GROWTH(
      1,
      """
      (loop $more
        (br_if $more (i32.ne (memory.grow (memory.size)) (i32.const -1))))
      """),
  /** Begins with nearly all that the limit allows. */
  MINIMUM(4000, ""),
  /** Has a table that doubles. */
  TABLE(
      1,
      """
      (loop $more
        (br_if $more
          (i32.ne (table.grow (ref.null func) (table.size)) (i32.const -1))))
      """),
  /** Fills a file in /tmp. */
  FILES(
      2,
      """
      (drop (call $open (i32.const 4) (i32.const 0) (i32.const 48) (i32.const 1) (i32.const 1)
        (i64.const 64) (i64.const 64) (i32.const 0) (i32.const 16)))
      (loop $more
        (br_if $more (i32.eqz
          (call $write (i32.load (i32.const 16)) (i32.const 0) (i32.const 1) (i32.const 20)))))
      """),
  /** Writes log lines for ever, or nearly so. */
  LOGS(
      2,
      """
      (local $i i32)
      (i64.store (i32.const 65636) (i64.const 0x0a41410a4141410a))
      (loop $more
        (drop (call $write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 20)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $more (i32.lt_u (local.get $i) (i32.const 400))))
      """),
  /** Calls itself for ever, with 2,000 locals each time. */
  RECURSION(1, "(local %s) (call $work)".formatted("i64 ".repeat(2_000))),
  /** Writes one endless line of stdout. */
  RESULT(
      2,
      """
      (local $i i32)
      (memory.fill (i32.const 65536) (i32.const 65) (i32.const 65536))
      (loop $more
        (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $more (i32.lt_u (local.get $i) (i32.const 400))))
      """);

  /** Milliseconds that a bomb keeps what it has. */
  private static final int KEPT = 100;

  private final int pages;
  private final String work;

  Bomb(int pages, String work) {
    this.pages = pages;
    this.work = work;
  }

  /** A command that does it, sleeps, and traps. A vector at 0 names 64 KiB at 65,536. */
  byte[] module() {
    return Wat.module(
        """
        (module
          (import "wasi_snapshot_preview1" "fd_write"
            (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "path_open"
            (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "poll_oneoff"
            (func $poll (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") %d)
          (table 1 funcref)
          (data (i32.const 0) "\\00\\00\\01\\00\\00\\00\\01\\00")
          (data (i32.const 48) "f")
          (func $work %s)
          (func (export "_start")
            (call $work)
            (i32.store (i32.const 144) (i32.const 1))
            (i64.store (i32.const 152) (i64.const %d))
            (drop (call $poll (i32.const 128) (i32.const 192) (i32.const 1) (i32.const 240)))
            unreachable))
        """
            .formatted(pages, work, KEPT * 1_000_000L));
  }
}
