// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import static io.wasmwhisk.cli.bench.attack.Ending.ANSWERED;
import static io.wasmwhisk.cli.bench.attack.Ending.INIT_TIMED_OUT;
import static io.wasmwhisk.cli.bench.attack.Ending.NOT_DEPLOYED;
import static io.wasmwhisk.cli.bench.attack.Ending.OUT_OF_MEMORY;
import static io.wasmwhisk.cli.bench.attack.Ending.REFUSED;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Code that is expensive to read, to check or to compile, or that is none. */
final class CodeAttacks {
  static final List<Attack> LIST =
      List.of(
          code("locals", "1,000 functions of 9,000 locals", () -> Bombs.manyLocals(1_000, 9_000))
              .ends(ANSWERED, INIT_TIMED_OUT, REFUSED, OUT_OF_MEMORY),
          code(
                  "functions",
                  "99,000 functions, all exported and in a table",
                  () -> Bombs.manyFunctions(99_000))
              .ends(ANSWERED, INIT_TIMED_OUT, REFUSED),
          code(
                  "branch-tables",
                  "5 MB of branch tables",
                  () -> Archives.zip(Bombs.branchTables(5, 1_000_000)))
              .ends(ANSWERED, INIT_TIMED_OUT, REFUSED),
          code(
                  "deep-blocks",
                  "1,000,000 blocks inside each other",
                  () -> Bombs.deepBlocks(1_000_000))
              .ends(ANSWERED, INIT_TIMED_OUT, REFUSED),
          code(
                  "types",
                  "49,000 types of 250 parameters",
                  () -> Archives.zip(Bombs.manyTypes(49_000, 250)))
              .ends(ANSWERED, INIT_TIMED_OUT, REFUSED),
          code(
                  "code-limit",
                  "63 MB of code, four times at once",
                  () -> Archives.zip(Bombs.longCode(21, 1_000_000)))
              .times(4, 4)
              .ends(ANSWERED, INIT_TIMED_OUT, REFUSED, OUT_OF_MEMORY),
          code(
                  "code-past-limit",
                  "69 MB of code",
                  () -> Archives.zip(Bombs.longCode(23, 1_000_000)))
              .ends(REFUSED),
          code(
                  "zip-bomb",
                  "a zip of 1 MB that unfolds to 512 MB",
                  () -> Archives.bomb(harmless(), 512))
              .ends(REFUSED),
          code("zip-entries", "a zip of 50,000 files", () -> Archives.entries(harmless(), 50_000))
              .ends(REFUSED),
          code(
                  "zip-traversal",
                  "a zip with names that lead out of it",
                  () ->
                      Archives.traversal(
                          harmless(), "../../escaped", "/etc/escaped", "a/../../b", "C:\\x"))
              .ends(REFUSED, ANSWERED),
          code(
                  "invalid",
                  "a module whose second half is no code",
                  () -> Archives.invalid(Bombs.dataSegments(100)))
              .ends(REFUSED),
          code("no-code", "a text", () -> "rm -rf /".getBytes(StandardCharsets.UTF_8))
              .ends(REFUSED),
          code("too-large", "an upload past OpenWhisk's limit", () -> new byte[40 << 20])
              .ends(NOT_DEPLOYED));

  private CodeAttacks() {}

  private static Attack code(String name, String what, Guest guest) {
    return Attack.of(name, what, guest, Bombs.LONG_PARAMETERS).within(3000, 256).relentless();
  }

  private static byte[] harmless() {
    return Bombs.initialMemory(1);
  }
}
