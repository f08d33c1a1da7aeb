// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeFamily;
import org.apache.openwhisk.core.entity.ExecManifest.RuntimeManifest;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/** Kinds and defaults of families of runtimes. */
final class RuntimeKinds {
  private RuntimeKinds() {}

  static Map<String, RuntimeManifest> byKind(Set<RuntimeFamily> families) {
    Map<String, RuntimeManifest> all = ScalaValues.map();
    for (RuntimeFamily family : ScalaValues.each(families)) {
      for (RuntimeManifest runtime : ScalaValues.each(family.versions())) {
        all = ScalaValues.with(all, runtime.kind(), runtime);
      }
    }
    return all;
  }

  static Map<String, String> defaults(Set<RuntimeFamily> families) {
    Map<String, String> all = ScalaValues.map();
    for (RuntimeFamily family : ScalaValues.each(families)) {
      all = ScalaValues.with(all, family.name(), defaultOf(family));
    }
    return all;
  }

  static JsObject toJson(Set<RuntimeFamily> families) {
    Map<String, JsValue> all = ScalaValues.map();
    for (RuntimeFamily family : ScalaValues.each(families)) {
      List<JsValue> versions = new ArrayList<>();
      for (RuntimeManifest runtime : ScalaValues.each(family.versions())) {
        versions.add(toJson(runtime));
      }
      Set<JsValue> distinct = ScalaValues.set(versions);
      JsArray array = new JsArray(distinct.toVector());
      all = ScalaValues.with(all, family.name(), array);
    }
    return new JsObject(all);
  }

  static boolean isTrue(Option<Object> flag) {
    return flag.isDefined() && (Boolean) flag.get();
  }

  private static JsObject toJson(RuntimeManifest runtime) {
    return Json.object(
        Json.entry("kind", Json.string(runtime.kind())),
        Json.entry("image", Json.string(runtime.image().resolveImageName(ScalaValues.none()))),
        Json.entry("deprecated", Json.bool(isTrue(runtime.deprecated()))),
        Json.entry("default", Json.bool(isTrue(runtime.isDefault()))),
        Json.entry("attached", Json.bool(runtime.attached().isDefined())),
        Json.entry("requireMain", Json.bool(isTrue(runtime.requireMain()))));
  }

  private static String defaultOf(RuntimeFamily family) {
    List<RuntimeManifest> versions = new ArrayList<>();
    ScalaValues.each(family.versions()).forEach(versions::add);
    List<RuntimeManifest> defaults =
        versions.stream().filter(runtime -> isTrue(runtime.isDefault())).toList();
    if (defaults.size() > 1) {
      String all = defaults.stream().map(Object::toString).collect(Collectors.joining(","));
      throw new IllegalArgumentException(
          "Found more than one default for " + family.name() + ": " + all + ".");
    }
    if (defaults.isEmpty() && versions.size() != 1) {
      throw new IllegalArgumentException(family.name() + " has multiple versions, but no default.");
    }
    return (defaults.isEmpty() ? versions : defaults).get(0).kind();
  }
}
