// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of an action, written as {@code wsk} takes them. */
public final class ActionParameters {
  @Option(
      names = {"-P", "--param-file"},
      paramLabel = "FILE",
      description = "a file with a JSON object of parameters; -p adds to it and wins over it")
  private @Nullable Path file;

  @Option(
      names = {"-p", "--param"},
      arity = "2",
      hideParamSyntax = true,
      paramLabel = "KEY VALUE",
      description = "a parameter; a value that is JSON is taken as JSON, any other as a string")
  private final List<String> keysAndValues = new ArrayList<>();

  /**
   * All parameters.
   *
   * @throws CommandFailure when the file cannot be read or holds no JSON object
   */
  public JsonMembers read() {
    JsonMembers members = file == null ? new JsonMembers() : readFile(file);
    for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
      members.put(keysAndValues.get(i), asJson(keysAndValues.get(i + 1)));
    }
    return members;
  }

  private static String asJson(String value) {
    return JsonText.isValue(value) ? value : JsonText.quote(value);
  }

  private static JsonMembers readFile(Path file) {
    try {
      return JsonMembers.of(Files.readString(file));
    } catch (IOException e) {
      throw FileBytes.unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "The parameter file %s %s.".formatted(file, e.getMessage()));
    }
  }
}
