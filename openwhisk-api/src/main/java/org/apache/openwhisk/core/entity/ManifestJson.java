// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import io.wasmwhisk.openwhisk.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.openwhisk.core.entity.ExecManifest.ImageName;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeFamily;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeManifest;
import org.apache.openwhisk.core.entity.ExecManifest.Runtimes;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Set;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * The JSON form of a manifest: {@code {"runtimes": {family: [runtime, …]}, "blackboxes": [image,
 * …]}}.
 */
final class ManifestJson {
  private ManifestJson() {}

  static Runtimes read(JsObject manifest) {
    List<RuntimeFamily> families = new ArrayList<>();
    JsValue runtimes = Json.field(manifest, "runtimes");
    if (runtimes != null) {
      for (Tuple2<String, JsValue> family : ScalaValues.entries(Json.fields(runtimes))) {
        Set<RuntimeManifest> versions = ScalaValues.set(each(family._2(), ManifestJson::runtime));
        families.add(new RuntimeFamily(family._1(), versions));
      }
    }
    JsValue blackboxes = Json.field(manifest, "blackboxes");
    List<ImageName> images = blackboxes == null ? List.of() : each(blackboxes, ManifestJson::image);
    Settings settings = Settings.under("whisk.runtimes");
    boolean bypass =
        settings.hasAll("bypass-pull-for-local-images")
            && settings.bool("bypass-pull-for-local-images");
    return new Runtimes(
        ScalaValues.set(families),
        ScalaValues.set(images),
        bypass ? settings.optional("local-image-prefix", Settings::text) : ScalaValues.none());
  }

  private static RuntimeManifest runtime(JsValue json) {
    return new RuntimeManifest(
        Json.text(Json.member(json, "kind")),
        image(Json.member(json, "image")),
        flag(json, "deprecated"),
        flag(json, "default"),
        Json.optional(json, "attached").map(AttachmentJson::attached),
        flag(json, "requireMain"),
        flag(json, "sentinelledLogs"),
        ScalaValues.none());
  }

  private static ImageName image(JsValue json) {
    return new ImageName(
        Json.text(Json.member(json, "name")),
        Json.optional(json, "registry").map(Json::text),
        Json.optional(json, "prefix").map(Json::text),
        Json.optional(json, "tag").map(Json::text));
  }

  private static Option<Object> flag(JsValue json, String name) {
    return Json.optional(json, name).map(Json::truth);
  }

  private static <T> List<T> each(JsValue json, Function<JsValue, T> read) {
    if (!(json instanceof JsArray array)) {
      throw Json.failure("Expected Collection as JsArray, but got " + json);
    }
    List<T> all = new ArrayList<>();
    ScalaValues.each(array.elements()).forEach(element -> all.add(read.apply(element)));
    return all;
  }
}
