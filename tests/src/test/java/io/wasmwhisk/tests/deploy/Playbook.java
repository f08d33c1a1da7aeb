// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of ansible-playbook on this machine, whose only host is an invoker's. */
final class Playbook {
  private static final Pattern RECAP = Pattern.compile("\\bchanged=([0-9]+)");

  private final Tool ansible;
  private final Path directory;
  private final Map<String, Object> variables;

  /**
   * @param directory where inventory and variables are written
   * @param variables of every run
   */
  Playbook(PythonTools tools, Path directory, Map<String, Object> variables) {
    this.directory = directory;
    this.variables = variables;
    ansible =
        tools
            .tool("ansible-playbook")
            .in(Repository.ansible())
            .with("ANSIBLE_LOCALHOST_WARNING", "False")
            .with("ANSIBLE_NOCOLOR", "1")
            .with("ANSIBLE_PIPELINING", "1");
  }

  /** The role's own playbook, with more variables. */
  Run role(Map<String, Object> more) throws IOException, InterruptedException {
    return run("wasm_invoker.yml", more);
  }

  /** The playbook that only looks. */
  Run verify() throws IOException, InterruptedException {
    return run("wasm_invoker_verify.yml", Map.of());
  }

  private Run run(String playbook, Map<String, Object> more)
      throws IOException, InterruptedException {
    Map<String, Object> all = new TreeMap<>(variables);
    all.putAll(more);
    Path file = directory.resolve("variables.json");
    Files.writeString(file, new JsonMapper().writeValueAsString(all));
    return run(Repository.ansible().resolve(playbook), "-e", "@" + file);
  }

  /** Any playbook. */
  Run run(Path playbook, String... arguments) throws IOException, InterruptedException {
    Path inventory = directory.resolve("inventory");
    Files.writeString(
        inventory,
        "[invokers]\nhost ansible_connection=local ansible_python_interpreter='{{"
            + " ansible_playbook_python }}'\n");
    Ended ended = ansible.and("-i", inventory.toString(), playbook.toString()).run(arguments);
    return new Run(ended.code(), ended.out() + ended.err());
  }

  /**
   * How a run ended.
   *
   * @param code its exit code
   * @param output all that it printed
   */
  record Run(int code, String output) {
    /** Tasks that changed something. */
    int changed() {
      Matcher recap = RECAP.matcher(output);
      if (!recap.find()) {
        throw new AssertionError(output);
      }
      return Integer.parseInt(recap.group(1));
    }
  }
}
