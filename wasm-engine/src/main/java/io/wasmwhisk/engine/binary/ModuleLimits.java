// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

/**
 * How large a module may be, enforced while it is read and before an engine sees it. What is within
 * these limits takes heap and time in proportion to its bytes.
 *
 * <p>The defaults are the limits of the JavaScript interface ("Implementation-defined Limits") or
 * below, where nothing that a compiler makes comes near them.
 *
 * @param moduleBytes bytes of the whole module
 * @param types types, function types or others
 * @param imports imports of every kind
 * @param functions functions, imported ones included
 * @param exports exports of every kind
 * @param globals globals, imported ones included
 * @param tables tables, imported ones included; each takes memory of its own
 * @param locals locals of one function, parameters included
 * @param allLocals locals of all functions, parameters included: one declaration of a few bytes
 *     makes thousands of them
 * @param functionBytes bytes of one function's body
 * @param operands operands that one function has on its stack at once
 * @param moves operands that the types of all blocks, branches (of a branch table: each label's)
 *     and calls take and leave: an engine validates each of them, and a type that is named by two
 *     bytes can have hundreds
 * @param segments data segments, and likewise element segments
 * @param elements elements of all element segments
 * @param customSections custom sections
 * @param customBytes bytes of all custom sections
 */
public record ModuleLimits(
    int moduleBytes,
    int types,
    int imports,
    int functions,
    int exports,
    int globals,
    int tables,
    int locals,
    int allLocals,
    int functionBytes,
    int operands,
    int moves,
    int segments,
    int elements,
    int customSections,
    int customBytes) {

  /** For modules of up to 64 MiB. */
  public static final ModuleLimits DEFAULT =
      new ModuleLimits(
          64 << 20,
          50_000,
          10_000,
          1_000_000,
          100_000,
          100_000,
          16,
          50_000,
          2_000_000,
          7_654_321,
          10_000,
          20_000_000,
          100_000,
          10_000_000,
          1_000,
          64 << 20);

  /** Refuses limits below zero. */
  public ModuleLimits {
    requirePositive("module-bytes", moduleBytes);
    requirePositive("types", types);
    requirePositive("imports", imports);
    requirePositive("functions", functions);
    requirePositive("exports", exports);
    requirePositive("globals", globals);
    requirePositive("tables", tables);
    requirePositive("locals", locals);
    requirePositive("all-locals", allLocals);
    requirePositive("function-bytes", functionBytes);
    requirePositive("operands", operands);
    requirePositive("moves", moves);
    requirePositive("segments", segments);
    requirePositive("elements", elements);
    requirePositive("custom-sections", customSections);
    requirePositive("custom-bytes", customBytes);
  }

  /** These limits for modules of another size. */
  public ModuleLimits withModuleBytes(int bytes) {
    return new ModuleLimits(
        bytes,
        types,
        imports,
        functions,
        exports,
        globals,
        tables,
        locals,
        allLocals,
        functionBytes,
        operands,
        moves,
        segments,
        elements,
        customSections,
        customBytes);
  }

  private static void requirePositive(String name, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("module limit " + name + " is " + limit + ", below 0");
    }
  }
}
