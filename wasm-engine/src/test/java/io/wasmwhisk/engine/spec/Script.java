// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules of a script (the reference interpreter's README, "Scripts") and what is asked. */
final class Script {
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Subject> named = new HashMap<>();
  private @Nullable Subject current;

  private Script() {}

  static List<Subject> subjects(String text) {
    Script script = new Script();
    ScriptReader.read(text).forEach(script::command);
    return script.subjects;
  }

  private void command(Node command) {
    switch (command.head()) {
      case "module" -> module(command);
      case "assert_return" -> check(command, Check.End.RETURNS, "");
      case "invoke", "get" -> ask(new Check(command, Check.End.RETURNS, List.of(), ""));
      case "assert_trap" -> trap(command);
      case "assert_exhaustion" -> check(command, Check.End.EXHAUSTS, words(command));
      case "assert_invalid", "assert_malformed" ->
          subjects.add(
              new Subject(
                  command.items().get(1),
                  quoted(command.items().get(1)) ? Subject.Fate.NOT_ASKED : Subject.Fate.REFUSED));
      case "assert_uninstantiable" ->
          subjects.add(new Subject(command.items().get(1), Subject.Fate.TRAPS));
      case "register" -> register(command);
      default -> subjects.add(new Subject(command, Subject.Fate.NOT_ASKED));
    }
  }

  private void module(Node module) {
    link(module);
    boolean definition = hasWord(module, "definition");
    boolean linking = hasWord(module, "instance");
    Subject subject =
        new Subject(
            module,
            linking
                ? Subject.Fate.NOT_ASKED
                : definition ? Subject.Fate.COMPILED : Subject.Fate.INSTANTIATED);
    subjects.add(subject);
    current = subject;
    module.items().stream()
        .filter(Node::isName)
        .findFirst()
        .ifPresent(name -> named.put(name.text(), subject));
  }

  private void register(Node command) {
    Subject subject =
        command.items().size() > 2 ? named.get(command.items().get(2).text()) : current;
    if (subject != null) {
      subject.register();
      subjects.add(new Subject(command, Subject.Fate.NOT_ASKED));
    }
  }

  /** Whether it is linked to something that was registered, or to what {@code spectest} shares. */
  private void link(Node module) {
    if (module.text().contains("(import")) {
      subjects.forEach(Subject::share);
    }
  }

  private void trap(Node command) {
    if (command.items().get(1).is("module")) {
      link(command.items().get(1));
      subjects.add(new Subject(command.items().get(1), Subject.Fate.TRAPS));
    } else {
      check(command, Check.End.TRAPS, words(command));
    }
  }

  private static String words(Node command) {
    return command.items().get(2).string();
  }

  private void check(Node command, Check.End end, String words) {
    Node action = command.items().get(1);
    ask(new Check(action, end, end == Check.End.RETURNS ? command.from(2) : List.of(), words));
  }

  /** Of the module that it names, or of the last one. */
  private void ask(Check check) {
    Node second = check.action().items().get(1);
    Subject asked = second.isName() ? named.get(second.text()) : current;
    if (asked != null) {
      asked.ask(check);
    }
  }

  private static boolean quoted(Node module) {
    return hasWord(module, "quote");
  }

  private static boolean hasWord(Node module, String word) {
    return module.items().stream()
        .skip(1)
        .limit(2)
        .anyMatch(item -> !item.list() && item.text().equals(word));
  }
}
