// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import io.wasmwhisk.cli.bench.module.Code;
import io.wasmwhisk.cli.bench.module.ModuleWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Modules that no C compiler makes. Each asks for its arguments' size first: with longer parameters
 * than {@link #HARMLESS_BYTES} it attacks, else it prints {@code {"ok":true}}.
 */
final class Bombs {
  /** What makes them attack: longer than the harmless parameters. */
  static final String LONG_PARAMETERS = "{\"attack\":\"%s\"}".formatted("x".repeat(200));

  private static final int HARMLESS_BYTES = 150;
  private static final int SIZES = 64;
  private static final int PAGE = 65_536;

  private static final int SIZES_GET = 0;
  private static final int WRITE = 1;

  private Bombs() {}

  /** The imports, the memory, and the answer in it. */
  private static ModuleWriter module(int pages) {
    ModuleWriter module = new ModuleWriter();
    module.importFunction("wasi_snapshot_preview1", "args_sizes_get", module.type(2, 1));
    module.importFunction("wasi_snapshot_preview1", "fd_write", module.type(4, 1));
    byte[] answer =
        "\20\0\0\0\14\0\0\0\0\0\0\0\0\0\0\0{\"ok\":true}\n".getBytes(StandardCharsets.US_ASCII);
    return module.memory(pages).exportMemory().data(0, answer);
  }

  /** Exports {@code _start}: the attack, then the answer. */
  private static byte[] starting(ModuleWriter module, Consumer<Code> attack) {
    Code body = ifAttacking(attack);
    body.constant(1).constant(0).constant(1).constant(SIZES).call(WRITE).drop();
    int start = module.function(module.type(0, 0), body);
    return module.exportFunction("_start", start).toBytes();
  }

  private static Code ifAttacking(Consumer<Code> attack) {
    Code body = new Code();
    body.constant(SIZES).constant(SIZES + 4).call(SIZES_GET).drop();
    body.load(SIZES + 4).isMoreThan(HARMLESS_BYTES).ifSo();
    attack.accept(body);
    return body.end(1);
  }

  /** Its start function loops: instantiation never ends. */
  static byte[] startLoop() {
    ModuleWriter module = module(1);
    int none = module.type(0, 0);
    int loop = module.function(none, ifAttacking(body -> body.loop().branch(0).end(1)));
    module.start(loop);
    return starting(module, body -> {});
  }

  /** Recursion with so many 64-bit locals in each frame. */
  static byte[] heavyFrames(int locals) {
    ModuleWriter module = module(1);
    int itself = module.functions();
    module.function(module.type(0, 0), new Code().locals(locals).call(itself).useLocals(10));
    return starting(module, body -> body.call(itself));
  }

  /** So many functions with as many locals as the engine allows together; each is called once. */
  static byte[] manyLocals(int functions, int locals) {
    ModuleWriter module = module(1);
    int first = module.functions();
    int none = module.type(0, 0);
    for (int i = 0; i < functions; i++) {
      module.function(none, new Code().locals(locals).useLocals(1));
    }
    return starting(
        module,
        body -> {
          for (int i = 0; i < functions; i++) {
            body.call(first + i);
          }
        });
  }

  /** Writes over {@code pages} of memory again and again, each time in one instruction. */
  static byte[] fillMemory(int pages) {
    return starting(module(pages), body -> body.loop().fillMemory(pages * PAGE).branch(0).end(1));
  }

  /** Wants so many pages to begin with. */
  static byte[] initialMemory(int pages) {
    return starting(module(pages), body -> {});
  }

  /** So many memories of so many pages each. */
  static byte[] manyMemories(int memories, int pages) {
    ModuleWriter module = module(1);
    for (int i = 1; i < memories; i++) {
      module.memory(pages);
    }
    return starting(module, body -> {});
  }

  /** A large memory, and a data segment of so many bytes to fill it with at every instantiation. */
  static byte[] dataBytes(int pages, int bytes) {
    return starting(module(pages).data(PAGE, new byte[bytes]), body -> {});
  }

  /** So many data segments of one byte. */
  static byte[] dataSegments(int count) {
    ModuleWriter module = module(2);
    for (int i = 0; i < count; i++) {
      module.data(PAGE + i % PAGE, new byte[] {1});
    }
    return starting(module, body -> {});
  }

  /** So many tables of so many elements each. */
  static byte[] tables(int count, int elements) {
    ModuleWriter module = module(1);
    for (int i = 0; i < count; i++) {
      module.table(elements);
    }
    return starting(module, body -> {});
  }

  /** Grows 16 tables by turns, for ever. */
  static byte[] growTables(int step) {
    ModuleWriter module = module(1);
    for (int i = 0; i < 16; i++) {
      module.table(1);
    }
    return starting(
        module,
        body -> {
          body.loop();
          for (int i = 0; i < 16; i++) {
            body.growTable(i, step);
          }
          body.branch(0).end(1);
        });
  }

  /** So many functions, all exported, all in a table. */
  static byte[] manyFunctions(int count) {
    ModuleWriter module = module(1).table(count);
    int none = module.type(0, 0);
    int first = module.functions();
    for (int i = 0; i < count; i++) {
      module.function(none, new Code());
      module.exportFunction("f" + i, first + i);
    }
    module.elements(count, first);
    return starting(module, body -> {});
  }

  /** So many branch tables of so many targets. */
  static byte[] branchTables(int tables, int targets) {
    ModuleWriter module = module(1);
    int none = module.type(0, 0);
    for (int i = 0; i < tables; i++) {
      module.function(none, new Code().blocks(1).constant(0).branchTable(targets).end(1));
    }
    return starting(module, body -> {});
  }

  /** So many blocks inside each other. */
  static byte[] deepBlocks(int depth) {
    ModuleWriter module = module(1);
    module.function(module.type(0, 0), new Code().blocks(depth).end(depth));
    return starting(module, body -> {});
  }

  /** So many functions of so many instructions each that do nothing. */
  static byte[] longCode(int functions, int pairs) {
    ModuleWriter module = module(1);
    int none = module.type(0, 0);
    Code body = new Code().padding(pairs);
    for (int i = 0; i < functions; i++) {
      module.function(none, body);
    }
    return starting(module, each -> {});
  }

  /** So many types of so many parameters. */
  static byte[] manyTypes(int count, int parameters) {
    ModuleWriter module = module(1);
    for (int i = 0; i < count; i++) {
      module.type(parameters, 1);
    }
    return starting(module, body -> {});
  }
}
