// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

/** What added code is made of (core specification, 5.3 and 5.4). */
final class Opcodes {
  static final int I32 = 0x7f;
  static final int I64 = 0x7e;
  static final int FUNCTION_TYPE = 0x60;
  static final int NO_RESULT = 0x40;
  static final int MUTABLE = 1;

  static final int IF = 0x04;
  static final int END = 0x0b;
  static final int RETURN = 0x0f;
  static final int CALL = 0x10;
  static final int LOCAL_GET = 0x20;
  static final int LOCAL_SET = 0x21;
  static final int LOCAL_TEE = 0x22;
  static final int GLOBAL_GET = 0x23;
  static final int GLOBAL_SET = 0x24;
  static final int MEMORY_SIZE = 0x3f;
  static final int MEMORY_GROW = 0x40;
  static final int I32_CONST = 0x41;
  static final int I64_CONST = 0x42;
  static final int I32_EQZ = 0x45;
  static final int I32_NE = 0x47;
  static final int I64_EQZ = 0x50;
  static final int I64_NE = 0x52;
  static final int I64_GT_U = 0x56;
  static final int I64_ADD = 0x7c;
  static final int I64_SUB = 0x7d;
  static final int I64_SHL = 0x86;
  static final int I64_EXTEND_I32_U = 0xad;
  static final int I32_REINTERPRET_F32 = 0xbc;
  static final int I64_REINTERPRET_F64 = 0xbd;
  static final int MISC = 0xfc;
  static final int TABLE_GROW = 15;
  static final int TABLE_SIZE = 16;

  private Opcodes() {}
}
