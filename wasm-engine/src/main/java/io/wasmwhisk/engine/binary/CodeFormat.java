// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What the bytes are that somebody deployed as an action's code, judged by how they begin. */
public enum CodeFormat {
  /** A core module, version 1. */
  MODULE("a WebAssembly module", ""),
  /**
   * A core module that went through a text encoding: it is valid UTF-8 and has U+FFFD in place of
   * other bytes. A small intact module can look like this too, so read it before refusing it.
   */
  MANGLED(
      "a WebAssembly module that was damaged by an upload as text (bytes were replaced by U+FFFD)",
      "Put it into a zip, or deploy it as base64: wsk and aio send a bare .wasm file as text."),
  /** A component (component model), layer 1. */
  COMPONENT(
      "a WebAssembly component",
      "Components are not supported yet. Build a core module: the target wasm32-wasip1 in place of"
          + " wasm32-wasip2."),
  /** A module of an unknown version. */
  OTHER_VERSION(
      "a WebAssembly binary of an unknown version", "Build a module of version 1 (wasm32-wasip1)."),
  /** The text format. */
  TEXT(
      "WebAssembly text (WAT)",
      "Convert it to a binary module first: wat2wasm module.wat -o module.wasm."),
  /** Base64 of a module. */
  BASE64("base64 text of a WebAssembly module", "Decode it once before you deploy it."),
  /** gzip. */
  GZIP("a gzip file", "Unpack it (gunzip) and deploy the .wasm file, or a zip that contains it."),
  /** zip. */
  ZIP("a zip archive", "Deploy the .wasm file itself, or a zip that contains it directly."),
  /** Machine code by wasmtime compile, an ELF file with an ABI number of wasmtime's own. */
  WASMTIME(
      "machine code that wasmtime compiled (.cwasm)",
      "Deploy the .wasm file that it was compiled from: modules are compiled here."),
  /** Machine code by wasmer compile. */
  WASMER(
      "machine code that wasmer compiled (.wasmu)",
      "Deploy the .wasm file that it was compiled from: modules are compiled here."),
  /** Machine code by wamrc. */
  WAMR(
      "machine code that wamrc compiled (.aot)",
      "Deploy the .wasm file that it was compiled from: modules are compiled here."),
  /** Any other ELF file. */
  ELF(
      "a native program or library (ELF)",
      "Build it for WebAssembly: the target wasm32-wasip1 (wasm32-wasi in older compilers)."),
  /** No byte at all. */
  EMPTY("empty", "Deploy a .wasm file."),
  /** None of the above. */
  UNKNOWN("none", "Deploy a .wasm file built for wasm32-wasip1, or a zip that contains one.");

  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};
  private static final byte[] WAMR_MAGIC = {0, 'a', 'o', 't'};
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP_FILE = {'P', 'K', 3, 4};
  private static final byte[] ZIP_EMPTY = {'P', 'K', 5, 6};
  private static final int ELF_ABI = 7;
  private static final int WASMTIME_ABI = 200;
  private static final int SHOWN = 16;

  private static final Pattern MODULE_TEXT =
      Pattern.compile(
          "\\(\\s*((module|component)([\\s$();]|$)|(func|import|memory|type|table|global|export|start|elem|data)(\\s+[$(\"0-9]|\\s*\\)\\s*$))");

  /** A keyword and some white space around it. */
  private static final int LONGEST_KEYWORD = 64;

  private final String noun;
  private final String advice;

  CodeFormat(String noun, String advice) {
    this.noun = noun;
    this.advice = advice;
  }

  /** Recognises bytes; text that came as a string is recognised by its UTF-8 bytes. */
  public static CodeFormat of(byte[] code) {
    if (code.length == 0) {
      return EMPTY;
    }
    if (startsWith(code, MAGIC)) {
      return ofWasm(code);
    }
    if (startsWith(code, ELF_MAGIC)) {
      return code.length > ELF_ABI && (code[ELF_ABI] & 0xff) == WASMTIME_ABI ? WASMTIME : ELF;
    }
    if (startsWith(code, ZIP_FILE) || startsWith(code, ZIP_EMPTY)) {
      return ZIP;
    }
    if (startsWith(code, GZIP_MAGIC)) {
      return GZIP;
    }
    return ofOther(code);
  }

  /**
   * Why these bytes, recognised as this format, are refused: what they are, what was expected, what
   * to do.
   */
  public String refusal(byte[] code) {
    String expected = "; a WebAssembly module in binary form was expected. " + advice;
    return switch (this) {
      case EMPTY -> "The action's code is empty" + expected;
      case UNKNOWN -> "The action's code begins with " + beginning(code) + expected;
      case OTHER_VERSION ->
          "The action's code is " + noun + " (" + beginning(code) + ")" + expected;
      case MODULE, MANGLED, COMPONENT, TEXT, BASE64, GZIP, ZIP, WASMTIME, WASMER, WAMR, ELF ->
          "The action's code is " + noun + expected;
    };
  }

  private static CodeFormat ofWasm(byte[] code) {
    if (code.length < 8) {
      return OTHER_VERSION;
    }
    int version = (code[4] & 0xff) | (code[5] & 0xff) << 8;
    int layer = (code[6] & 0xff) | (code[7] & 0xff) << 8;
    if (layer == 1) {
      return COMPONENT;
    }
    if (version != 1 || layer != 0) {
      return OTHER_VERSION;
    }
    return isTextWithReplacements(code) ? MANGLED : MODULE;
  }

  private static CodeFormat ofOther(byte[] code) {
    if (startsWith(code, WAMR_MAGIC)) {
      return WAMR;
    }
    if (startsWith(code, ascii("\0wasmer")) || startsWith(code, ascii("wasmer-universal"))) {
      return WASMER;
    }
    if (startsWith(code, ascii("AGFzbQ"))) {
      return BASE64;
    }
    return isModuleText(code) ? TEXT : UNKNOWN;
  }

  /**
   * WAT begins with a module or, abbreviated, with one of its fields, after white space and
   * comments (text format, 6.3). JavaScript may begin with a parenthesis too.
   */
  private static boolean isModuleText(byte[] code) {
    int at = startsWith(code, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}) ? 3 : 0;
    while (at < code.length) {
      byte c = code[at];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (c == ';' && at + 1 < code.length && code[at + 1] == ';') {
        at = afterLine(code, at);
      } else if (c == '(' && at + 1 < code.length && code[at + 1] == ';') {
        at = afterBlockComment(code, at);
      } else {
        return MODULE_TEXT.matcher(beginningFrom(code, at)).lookingAt();
      }
    }
    return false;
  }

  private static String beginningFrom(byte[] code, int at) {
    return new String(code, at, Math.min(code.length - at, LONGEST_KEYWORD), ISO_8859_1);
  }

  private static int afterLine(byte[] code, int from) {
    int at = from;
    while (at < code.length && code[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Block comments nest. */
  private static int afterBlockComment(byte[] code, int from) {
    int depth = 0;
    int at = from;
    while (at + 1 < code.length) {
      if (code[at] == '(' && code[at + 1] == ';') {
        depth++;
        at += 2;
      } else if (code[at] == ';' && code[at + 1] == ')') {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return code.length;
  }

  private static boolean isTextWithReplacements(byte[] code) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(code);
    CharBuffer out = CharBuffer.allocate(4096);
    boolean replaced = false;
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
      if (result.isError()) {
        return false;
      }
      replaced |= out.flip().toString().indexOf('\ufffd') >= 0;
    } while (result.isOverflow());
    return replaced;
  }

  private static String beginning(byte[] code) {
    int shown = Math.min(code.length, SHOWN);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      text.append(code[i] >= ' ' && code[i] <= '~' ? (char) code[i] : '.');
    }
    return "\"" + text + "\" (" + HexFormat.ofDelimiter(" ").formatHex(code, 0, shown) + ")";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean startsWith(byte[] code, byte[] magic) {
    return code.length >= magic.length
        && Arrays.equals(code, 0, magic.length, magic, 0, magic.length);
  }
}
