// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

import io.wasmwhisk.cli.json.JsonMembers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test is given and what it must do: the JSON file beside it, in either of the suite's two
 * forms, which say the same about a command.
 *
 * @param arguments argv without the program's name
 * @param environment the only variables it sees
 * @param root the directory beside the test that it gets as {@code /}
 * @param stdin what it reads
 * @param stdout what it must write first, and likewise {@code stderr}
 * @param exitCode how it must end
 * @param obstacle what it needs that a command of preview 1 has not
 */
record Specification(
    List<String> arguments,
    Map<String, String> environment,
    Optional<String> root,
    String stdin,
    String stdout,
    String stderr,
    int exitCode,
    Optional<String> obstacle) {
  private static final String COMMAND_WORLD = "wasi:cli/command";

  /**
   * Reads the file's text; an empty object is the default.
   *
   * @throws IllegalArgumentException when it is no JSON object
   */
  static Specification of(String json) {
    JsonMembers members = JsonMembers.of(json);
    return members.has("operations") || members.has("world") || members.has("servers")
        ? ofOperations(members)
        : ofFields(members);
  }

  private static Specification ofFields(JsonMembers members) {
    return new Specification(
        members.strings("args"),
        environment(members),
        members.string("root"),
        "",
        members.string("stdout").orElse(""),
        members.string("stderr").orElse(""),
        exitCode(members),
        Optional.empty());
  }

  private static Specification ofOperations(JsonMembers members) {
    JsonMembers run = JsonMembers.of("{}");
    StringBuilder stdin = new StringBuilder();
    Map<String, StringBuilder> read = new LinkedHashMap<>();
    int exitCode = 0;
    Optional<String> obstacle =
        members
            .string("world")
            .filter(world -> !world.equals(COMMAND_WORLD))
            .map("the world "::concat);
    for (JsonMembers operation : members.objects("operations")) {
      String type = operation.string("type").orElse("");
      String payload = operation.string("payload").orElse("");
      switch (type) {
        case "run" -> run = operation;
        case "wait" -> exitCode = exitCode(operation);
        case "write" -> stdin.append(payload);
        case "read" ->
            read.computeIfAbsent(operation.string("id").orElse("stdout"), id -> new StringBuilder())
                .append(payload);
        default -> obstacle = Optional.of("the operation " + type);
      }
    }
    return new Specification(
        run.strings("args"),
        environment(run),
        run.string("root"),
        stdin.toString(),
        read.getOrDefault("stdout", new StringBuilder()).toString(),
        read.getOrDefault("stderr", new StringBuilder()).toString(),
        exitCode,
        obstacle);
  }

  private static Map<String, String> environment(JsonMembers members) {
    Map<String, String> environment = new LinkedHashMap<>();
    members
        .object("env")
        .ifPresent(
            env -> env.names().forEach(name -> environment.put(name, env.string(name).orElse(""))));
    return environment;
  }

  private static int exitCode(JsonMembers members) {
    return members.get("exit_code").map(Integer::parseInt).orElse(0);
  }
}
