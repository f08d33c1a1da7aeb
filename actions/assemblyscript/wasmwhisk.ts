// SPDX-License-Identifier: Apache-2.0

// Reads an action's parameters and writes its result, for actions of the "command" kind in AssemblyScript.
//
// The parameters are one JSON text on stdin. The result is the last line of stdout and is JSON; the lines before it, and
// all of stderr, are logs. An action that fails answers {"error": ...} and exits with code 0. AssemblyScript has neither
// WASI nor JSON: here are the three functions of WASI preview 1 that an action needs, and as much of JSON.

import { Reader } from "./json";

@external("wasi_snapshot_preview1", "fd_read")
declare function fd_read(fd: i32, buffers: usize, count: i32, size: usize): i32;

@external("wasi_snapshot_preview1", "fd_write")
declare function fd_write(fd: i32, buffers: usize, count: i32, size: usize): i32;

@external("wasi_snapshot_preview1", "proc_exit")
declare function proc_exit(code: i32): void;

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const PART = 4096;

// WASI's iovec, a pointer and a length, and behind it the size of what was read or written.
const vector = memory.data(8);
const size = memory.data(4);

/** The members of the parameters, each as it was written; nothing on stdin counts as {}. Fails the action when it is not JSON. */
export function readParams(): Map<string, string> {
  const text = readAll();
  if (text.trim().length == 0) return new Map();
  const reader = new Reader(text);
  const members = reader.document();
  if (reader.malformed) fail("Expected the parameters on stdin to be JSON");
  return members;
}

function readAll(): string {
  let buffer = new ArrayBuffer(PART);
  let length = 0;
  for (;;) {
    if (length == buffer.byteLength) {
      const larger = new ArrayBuffer(2 * length);
      memory.copy(changetype<usize>(larger), changetype<usize>(buffer), length);
      buffer = larger;
    }
    store<usize>(vector, changetype<usize>(buffer) + length);
    store<usize>(vector, buffer.byteLength - length, 4);
    if (fd_read(STDIN, vector, 1, size) != 0 || load<i32>(size) == 0) break;
    length += load<i32>(size);
  }
  return String.UTF8.decodeUnsafe(changetype<usize>(buffer), length);
}

/** Writes a line to stdout: the last one is the result, those before it are logs. */
export function print(line: string): void {
  write(STDOUT, line);
}

/** Writes a line to stderr. */
export function log(line: string): void {
  write(STDERR, line);
}

function write(fd: i32, line: string): void {
  const bytes = String.UTF8.encode(line + "\n", false, String.UTF8.ErrorMode.REPLACE);
  let done = 0;
  while (done < bytes.byteLength) {
    store<usize>(vector, changetype<usize>(bytes) + done);
    store<usize>(vector, bytes.byteLength - done, 4);
    if (fd_write(fd, vector, 1, size) != 0) return;
    done += load<i32>(size);
  }
}

/** Answers {"error": message} and ends the action. */
export function fail(message: string): void {
  print('{"error":' + quoted(message) + "}");
  proc_exit(0);
  unreachable();
}

/** What the compiler calls where a check of its own fails: says where, and ends with code 1. */
export function aborted(message: string | null, file: string | null, line: u32, column: u32): void {
  log((message || "abort") + " at " + (file || "") + ":" + line.toString() + ":" + column.toString());
  proc_exit(1);
}

/** The text as a JSON string. */
export function quoted(text: string): string {
  return '"' + escaped(text) + '"';
}

/** The text as a part of a JSON string. */
export function escaped(text: string): string {
  const parts = new Array<string>();
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code != 0x22 && code != 0x5c) continue;
    parts.push(text.substring(start, i));
    parts.push(escape(code));
    start = i + 1;
  }
  parts.push(text.substring(start));
  return parts.join("");
}

function escape(code: i32): string {
  const at = '"\\\b\f\n\r\t'.indexOf(String.fromCharCode(code));
  return at >= 0 ? "\\" + '"\\bfnrt'.charAt(at) : "\\u" + code.toString(16).padStart(4, "0");
}
