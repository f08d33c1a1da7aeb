// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.json.JsonText;
import java.util.Optional;

/**
 * An activation of an attack that is over.
 *
 * @param activationId its id; empty when there is none
 * @param ending how it ended
 * @param words the result, or the error's text
 * @param escaped whether the guest says that it got what it must not
 * @param initMillis how long its container's initialisation took, where one had to be
 * @param millis how long it ran after that, by the server's clock
 */
public record Ended(
    String activationId,
    Ending ending,
    String words,
    boolean escaped,
    long initMillis,
    long millis) {
  private static final String TIME = "The action exceeded its time limits of ";
  private static final String INIT = "during initialization";
  private static final String MEMORY = "The action exhausted its memory and was aborted.";
  private static final String ABNORMAL =
      "The action did not produce a valid response and exited unexpectedly.";
  private static final String TRUNCATED =
      "The action produced a response that exceeded the allowed length";
  private static final String NO_DICTIONARY = "The action did not return a dictionary or array.";
  private static final String NOT_STARTED = "The guest was not started";
  private static final String NOT_INITIALISED = "The action was not initialised: ";
  private static final int SHOWN = 300;

  /** One without a record. */
  public static Ended without(Ending ending, String words) {
    return new Ended("", ending, words, false, 0, 0);
  }

  /** What a record says. */
  public static Ended of(JsonMembers record) {
    JsonMembers response = record.object("response").orElseGet(JsonMembers::new);
    String status = response.string("status").orElse("");
    String result = response.get("result").orElse("");
    long init = initMillis(record);
    String error = member(result, "error").flatMap(JsonText::string).orElse(result);
    return new Ended(
        record.string("activationId").orElse(""),
        ending(status, error),
        error.length() <= SHOWN ? error : error.substring(0, SHOWN) + "…",
        member(result, "escaped").filter(count -> !count.equals("0")).isPresent(),
        init,
        number(record, "end") - number(record, "start") - init);
  }

  private static Optional<String> member(String result, String name) {
    return result.startsWith("{") ? JsonMembers.of(result).get(name) : Optional.empty();
  }

  private static Ending ending(String status, String error) {
    return switch (status) {
      case "success" -> Ending.ANSWERED;
      case "application error" -> told(error);
      case "action developer error" -> failed(error);
      default -> error.equals(ABNORMAL) ? Ending.NOT_RUN : Ending.HOST_ERROR;
    };
  }

  /** Of an application error, which OpenWhisk or the plugin may have written. */
  private static Ending told(String error) {
    if (error.startsWith(NOT_STARTED)) {
      return Ending.NOT_RUN;
    }
    return error.startsWith(TRUNCATED) ? Ending.RESULT_TOO_LARGE : Ending.ANSWERED;
  }

  private static Ending failed(String error) {
    if (error.startsWith(NOT_INITIALISED)) {
      return Ending.NOT_RUN;
    }
    if (error.startsWith(TIME)) {
      return error.contains(INIT) ? Ending.INIT_TIMED_OUT : Ending.TIMED_OUT;
    }
    if (error.startsWith(TRUNCATED)) {
      return Ending.RESULT_TOO_LARGE;
    }
    return switch (error) {
      case MEMORY -> Ending.OUT_OF_MEMORY;
      case ABNORMAL -> Ending.CRASHED;
      case NO_DICTIONARY -> Ending.NO_RESULT;
      default -> Ending.REFUSED;
    };
  }

  private static long number(JsonMembers members, String name) {
    return members.get(name).map(Long::parseLong).orElse(0L);
  }

  /** The annotation that an activation has when its container was initialised for it. */
  private static long initMillis(JsonMembers record) {
    return record.objects("annotations").stream()
        .filter(each -> each.string("key").equals(Optional.of("initTime")))
        .mapToLong(each -> number(each, "value"))
        .findFirst()
        .orElse(0);
  }
}
