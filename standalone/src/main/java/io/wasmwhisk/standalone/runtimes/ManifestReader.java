// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.runtimes;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * Reads the JSON of a runtimes manifest, the file that OpenWhisk takes by {@code -m}
 * (docs/actions-new.md of OpenWhisk). {@code stemCells} and {@code blackboxes} are accepted and
 * have no effect: containers cost too little here to keep some in stock.
 */
public final class ManifestReader {
  private static final JsonText JSON = new JsonText(64);

  private ManifestReader() {}

  /**
   * Reads a manifest.
   *
   * @throws MalformedJsonException when it is no JSON or a field has not the type it needs
   * @throws IllegalArgumentException when families contradict themselves, see {@link Runtimes}
   */
  public static Runtimes read(byte[] manifest) {
    JsObject root = JSON.parseObject(manifest);
    Map<String, List<RuntimeKind>> families = new LinkedHashMap<>();
    Json.field(root, "runtimes")
        .map(Json::asObject)
        .ifPresent(
            all ->
                Json.fields(all)
                    .forEach((family, list) -> families.put(family, runtimes(family, list))));
    return new Runtimes(families);
  }

  private static List<RuntimeKind> runtimes(String family, JsValue list) {
    if (list instanceof JsArray array) {
      return Json.elements(array).stream()
          .map(Json::asObject)
          .map(ManifestReader::runtime)
          .toList();
    }
    throw new MalformedJsonException("'runtimes." + family + "' must be an array of runtimes");
  }

  private static RuntimeKind runtime(JsObject json) {
    return new RuntimeKind(
        text(json, "kind")
            .orElseThrow(() -> new MalformedJsonException("a runtime needs a 'kind'")),
        image(json),
        flag(json, "deprecated", false),
        flag(json, "default", false),
        Json.field(json, "attached").isPresent(),
        flag(json, "requireMain", false),
        flag(json, "sentinelledLogs", true));
  }

  private static ImageName image(JsObject runtime) {
    JsObject image =
        Json.field(runtime, "image")
            .map(Json::asObject)
            .orElseThrow(() -> new MalformedJsonException("a runtime needs an 'image'"));
    String name =
        text(image, "name")
            .orElseThrow(() -> new MalformedJsonException("an 'image' needs a 'name'"));
    return new ImageName(name, text(image, "registry"), text(image, "prefix"), text(image, "tag"));
  }

  private static Optional<String> text(JsObject json, String field) {
    return Json.field(json, field).map(value -> require(Json.text(value), field, "a string"));
  }

  private static boolean flag(JsObject json, String field, boolean otherwise) {
    return Json.field(json, field)
        .map(value -> require(Json.truth(value), field, "a boolean"))
        .orElse(otherwise);
  }

  private static <T> T require(@Nullable T value, String field, String type) {
    if (value == null) {
      throw new MalformedJsonException("'" + field + "' must be " + type);
    }
    return value;
  }
}
