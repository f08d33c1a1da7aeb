// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.openwhisk.core.entity.ExecManifest.ImageName;
import org.apache.openwhisk.core.entity.ExecManifest.ReactivePrewarmingConfig;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeFamily;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeManifest;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeManifestConfig;
import org.apache.openwhisk.core.entity.ExecManifest.Runtimes;
import org.apache.openwhisk.core.entity.ExecManifest.StemCell;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Set;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.Duration$;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * The JSON form of a manifest: {@code {"runtimes": {family: [runtime, …]}, "blackboxes": [image,
 * …]}}.
 */
final class ManifestJson {
  private ManifestJson() {}

  static Runtimes read(JsObject manifest, RuntimeManifestConfig settings) {
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
    boolean bypass = RuntimeKinds.isTrue(settings.bypassPullForLocalImages());
    return new Runtimes(
        ScalaValues.set(families),
        ScalaValues.set(images),
        bypass ? settings.localImagePrefix() : ScalaValues.none());
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
        Json.optional(json, "stemCells").map(ManifestJson::stemCells));
  }

  private static ImageName image(JsValue json) {
    return new ImageName(
        Json.text(Json.member(json, "name")),
        Json.optional(json, "registry").map(Json::text),
        Json.optional(json, "prefix").map(Json::text),
        Json.optional(json, "tag").map(Json::text));
  }

  private static scala.collection.immutable.List<StemCell> stemCells(JsValue json) {
    return ScalaValues.vector(each(json, ManifestJson::stemCell)).toList();
  }

  private static StemCell stemCell(JsValue json) {
    Option<JsValue> count = Json.optional(json, "initialCount");
    if (!count.isDefined()) {
      count = Json.optional(json, "count");
    }
    Option<JsValue> memory = Json.optional(json, "memory");
    if (!count.isDefined() && !memory.isDefined()) {
      throw new IllegalArgumentException("both initialCount and memory are required");
    }
    if (!memory.isDefined()) {
      throw new IllegalArgumentException(
          "memory is required, just provide initialCount: " + count.get());
    }
    ByteSize size = ByteSize.fromString(Json.text(memory.get()));
    if (!count.isDefined()) {
      throw new IllegalArgumentException("initialCount is required, just provide memory: " + size);
    }
    return new StemCell(
        Json.integer(count.get()),
        size,
        Json.optional(json, "reactive").map(ManifestJson::reactive));
  }

  private static ReactivePrewarmingConfig reactive(JsValue json) {
    Duration ttl = Duration$.MODULE$.apply(Json.text(Json.member(json, "ttl")));
    return new ReactivePrewarmingConfig(
        Json.integer(Json.member(json, "minCount")),
        Json.integer(Json.member(json, "maxCount")),
        new FiniteDuration(ttl.length(), ttl.unit()),
        Json.integer(Json.member(json, "threshold")),
        Json.integer(Json.member(json, "increment")));
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
