// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What {@code PUT …/actions/NAME} takes (OpenWhisk's WhiskActionPut).
 *
 * @param kind for instance {@code wasm}
 * @param code the bytes of a module or a zip archive, or a text
 * @param main the entry point, unless it is {@code main}
 * @param memoryMegabytes limit of memory
 * @param timeMilliseconds limit of time
 * @param concurrency activations that one container may run at once
 * @param parameters values that every activation gets
 * @param annotations notes on the action
 */
public record ActionDocument(
    String kind,
    byte[] code,
    Optional<String> main,
    Optional<Long> memoryMegabytes,
    Optional<Long> timeMilliseconds,
    Optional<Integer> concurrency,
    JsonMembers parameters,
    JsonMembers annotations) {

  /** An action of kind {@code wasm} with the server's limits. */
  public static ActionDocument wasm(byte[] code) {
    return new ActionDocument(
        "wasm",
        code,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new JsonMembers(),
        new JsonMembers());
  }

  /** The same of another kind. */
  public ActionDocument ofKind(String other) {
    return new ActionDocument(
        other, code, main, memoryMegabytes, timeMilliseconds, concurrency, parameters, annotations);
  }

  /** The same with these limits. */
  public ActionDocument limitedTo(long timeMillis, long memoryMb, int concurrent) {
    return new ActionDocument(
        kind,
        code,
        main,
        Optional.of(memoryMb),
        Optional.of(timeMillis),
        Optional.of(concurrent),
        parameters,
        annotations);
  }

  /** The document as JSON. */
  String json() {
    JsonMembers document = new JsonMembers();
    document.put("exec", exec().toString());
    JsonMembers limits = limits();
    if (!limits.isEmpty()) {
      document.put("limits", limits.toString());
    }
    if (!parameters.isEmpty()) {
      document.put("parameters", parameters.asKeyValueArray());
    }
    if (!annotations.isEmpty()) {
      document.put("annotations", annotations.asKeyValueArray());
    }
    return document.toString();
  }

  private JsonMembers exec() {
    JsonMembers exec = new JsonMembers();
    exec.put("kind", JsonText.quote(kind));
    exec.put("binary", Boolean.toString(isBinary()));
    exec.put("code", JsonText.quote(codeText()));
    main.ifPresent(name -> exec.put("main", JsonText.quote(name)));
    return exec;
  }

  private JsonMembers limits() {
    JsonMembers limits = new JsonMembers();
    memoryMegabytes.ifPresent(value -> limits.put("memory", value.toString()));
    timeMilliseconds.ifPresent(value -> limits.put("timeout", value.toString()));
    concurrency.ifPresent(value -> limits.put("concurrency", value.toString()));
    return limits;
  }

  /** Text goes as it is; anything else in base64, as a string in JSON would destroy it. */
  private String codeText() {
    return isBinary()
        ? Base64.getEncoder().encodeToString(code)
        : new String(code, StandardCharsets.UTF_8);
  }

  private boolean isBinary() {
    return code.length > 1 && (code[0] == 0 || code[0] == 'P' && code[1] == 'K');
  }
}
