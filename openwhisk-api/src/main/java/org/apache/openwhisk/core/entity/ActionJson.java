// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import spray.json.JsObject;
import spray.json.JsValue;

/** The JSON form of an action. */
final class ActionJson {
  private ActionJson() {}

  static JsObject write(WhiskAction action) {
    return new JsObject(
        ScalaValues.with(
            action.toJson().fields(), "updated", Json.number(action.updated().toEpochMilli())));
  }

  static WhiskAction read(JsValue json) {
    return new WhiskAction(
        EntityPath.serdes()
            .read(Json.member(json, "namespace"))
            .org$apache$openwhisk$core$entity$EntityPath$$path(),
        EntityName.serdes().read(Json.member(json, "name")).name(),
        Exec$.MODULE$.serdes().read(Json.member(json, "exec")),
        Parameters$.MODULE$.serdes().read(Json.member(json, "parameters")).params(),
        ActionLimits$.MODULE$.serdes().read(Json.member(json, "limits")),
        SemVer.serdes()
            .read(Json.member(json, "version"))
            .org$apache$openwhisk$core$entity$SemVer$$version(),
        Json.truth(Json.member(json, "publish")),
        Parameters$.MODULE$.serdes().read(Json.member(json, "annotations")).params(),
        ActivationJson.instant(Json.member(json, "updated")));
  }
}
