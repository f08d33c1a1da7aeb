// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import io.wasmwhisk.engine.binary.rewrite.ModuleRewriter;
import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One script on one engine. */
final class Trial {
  private static final int MOST_ELEMENTS = 1_000_000;

  private final EngineAdapter engine;
  private final Alarm alarm;
  private final String file;
  private final Tally tally;

  Trial(EngineAdapter engine, Alarm alarm, String file, Tally tally) {
    this.engine = engine;
    this.alarm = alarm;
    this.file = file;
    this.tally = tally;
  }

  /** What cannot be asked here, and why. */
  private static final class NotAsked extends Exception {
    private static final long serialVersionUID = 1L;

    NotAsked(String reason) {
      super(reason, null, false, false);
    }
  }

  void run(Subject subject) {
    try {
      switch (subject.fate()) {
        case NOT_ASKED -> throw new NotAsked("of linking, or of the text format");
        case REFUSED -> refuse(subject);
        case COMPILED -> compile(supported(subject, List.of()));
        case TRAPS -> trap(subject);
        case INSTANTIATED -> ask(subject);
      }
    } catch (NotAsked e) {
      tally.skip("modules: " + e.getMessage(), 1);
      tally.skip("checks: " + e.getMessage(), subject.checks().size());
    } catch (InvalidModuleException e) {
      refused(subject, String.valueOf(e.getMessage()));
    } catch (GuestFailure e) {
      differ(subject.module(), "is not instantiated: " + e.reason());
    } catch (RuntimeException | Error e) {
      differ(subject.module(), "makes the engine fail: " + e);
    }
  }

  private void refused(Subject subject, String message) {
    if (message.contains("; the limit is ")) {
      tally.skip("modules: past a limit of ours", 1);
    } else if (subject.module().text().contains("(ref ")) {
      tally.skip("modules: typed function references, in a draft's binary form", 1);
    } else {
      differ(subject.module(), "is refused: " + message);
    }
  }

  private void differ(Node node, String what) {
    tally.differ("%s %s:%d".formatted(engine.name(), file, node.line()), what);
  }

  private static byte[] binary(Subject subject, List<String> questions) throws NotAsked {
    try {
      return GuestText.binary(subject.module(), questions);
    } catch (IllegalArgumentException e) {
      throw new NotAsked("text that wabt does not know");
    }
  }

  private void refuse(Subject subject) throws NotAsked {
    byte[] module = binary(subject, List.of());
    try {
      compile(supported(ModuleReader.read(module, ModuleLimits.DEFAULT)));
      differ(subject.module(), "is invalid and not refused");
    } catch (InvalidModuleException e) {
      tally.hold("modules refused");
    }
  }

  private ModuleLayout supported(Subject subject, List<String> questions)
      throws NotAsked, InvalidModuleException {
    return supported(ModuleReader.read(binary(subject, questions), ModuleLimits.DEFAULT));
  }

  private ModuleLayout supported(ModuleLayout module) throws NotAsked {
    ModuleInfo info = module.info();
    if (!info.imports().stream().allMatch(Trial::isOffered)) {
      throw new NotAsked("imports of another module");
    }
    try {
      info.requireSupported(engine.features());
      return module;
    } catch (InvalidModuleException e) {
      throw new NotAsked("features that this engine's adapter does not have");
    }
  }

  private static boolean isOffered(Import wanted) {
    return wanted.kind() == ExternalKind.FUNCTION
        && SpecHost.offers(wanted.module(), wanted.name());
  }

  private GuestCode compile(ModuleLayout module) throws InvalidModuleException {
    byte[] rewritten = ModuleRewriter.rewrite(module, engine.mostPages(), MOST_ELEMENTS);
    return engine.compile(file, rewritten);
  }

  private static GuestInstance instance(GuestCode code) throws GuestFailure {
    GuestInstance instance = code.instantiate(SpecHost.IMPORTS, ReservedNames.MEMORY);
    try {
      if (instance.hasFunction(ReservedNames.START)) {
        instance.call(ReservedNames.START);
      }
      return instance;
    } catch (GuestFailure e) {
      instance.close();
      throw e;
    }
  }

  private void trap(Subject subject) throws NotAsked, InvalidModuleException {
    GuestCode code = compile(supported(subject, List.of()));
    try (GuestInstance instance = instance(code)) {
      differ(subject.module(), "is instantiated, and should trap");
    } catch (GuestFailure e) {
      tally.hold("modules that trap");
    }
  }

  private void ask(Subject subject) throws NotAsked, InvalidModuleException, GuestFailure {
    ModuleLayout plain = supported(subject, List.of());
    List<String> questions = new ArrayList<>();
    if (GuestText.isText(subject.module())) {
      for (Check check : subject.checks()) {
        Optional<String> question = Question.of(check, plain.info(), questions.size());
        if (question.isEmpty()) {
          break;
        }
        questions.add(question.get());
      }
    }
    GuestCode code = compile(supported(subject, questions));
    try (GuestInstance instance = instance(code)) {
      tally.hold("modules instantiated");
      for (int i = 0; i < questions.size(); i++) {
        ask(instance, subject.checks().get(i), i);
      }
    }
    tally.skip(
        "checks: with or after a reference of the host's, or of a binary module",
        subject.checks().size() - questions.size());
    tally.skip("checks: after another module was linked to this one", subject.unasked());
  }

  private void ask(GuestInstance instance, Check check, int number) {
    String found = alarm.during(instance, () -> found(instance, Question.name(number)));
    String expected =
        switch (check.end()) {
          case RETURNS -> "returns";
          case TRAPS -> "traps: " + check.words();
          case EXHAUSTS -> "exhausts the stack";
        };
    if (found.equals(expected) || found.startsWith("traps") && expected.startsWith(found)) {
      tally.hold("checks");
    } else if (check.expectsNan() && found(instance, Question.anyNan(number)).equals(expected)) {
      tally.hold("checks with other bits in a NaN");
    } else {
      differ(check.action(), "%s %s, should %s".formatted(check.export(), found, expected));
    }
  }

  private static String found(GuestInstance instance, String name) {
    try {
      instance.call(name);
      return "returns";
    } catch (GuestFailure.StackExhausted e) {
      return "exhausts the stack";
    } catch (GuestFailure e) {
      return "traps: " + e.reason();
    } catch (RuntimeException | Error e) {
      return "makes the engine fail: " + e;
    }
  }
}
