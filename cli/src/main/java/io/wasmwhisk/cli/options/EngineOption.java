// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import io.wasmwhisk.engine.EngineChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which engine runs the guest. */
public final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      converter = Word.class,
      description =
          "graalwasm, endive, or auto: GraalWasm where this JVM compiles guest code with it, else"
              + " Endive (default: ${DEFAULT-VALUE})")
  private EngineChoice choice = EngineChoice.AUTO;

  /** The one that was asked for. */
  public EngineChoice choice() {
    return choice;
  }

  static final class Word implements ITypeConverter<EngineChoice> {
    @Override
    public EngineChoice convert(String word) {
      try {
        return EngineChoice.of(word);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
