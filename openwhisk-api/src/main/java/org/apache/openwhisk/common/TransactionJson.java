// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spray.json.JsArray;
import spray.json.JsBoolean;
import spray.json.JsNumber;
import spray.json.JsString;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** The JSON form of a transaction. */
final class TransactionJson {
  static final RootJsonFormat<TransactionId> FORMAT =
      Json.format(tid -> write(tid.meta()), TransactionJson::read);

  private TransactionJson() {}

  private static JsArray write(TransactionMetadata meta) {
    List<JsValue> elements = new ArrayList<>();
    elements.add(Json.string(meta.id()));
    elements.add(Json.number(meta.start().toEpochMilli()));
    if (meta.extraLogging()) {
      elements.add(Json.bool(true));
    }
    if (meta.parent().isDefined()) {
      elements.add(write(meta.parent().get()));
    }
    return new JsArray(ScalaValues.vector(elements));
  }

  private static TransactionId read(JsValue json) {
    TransactionMetadata meta = metadata(json);
    return new TransactionId(meta == null ? TransactionId.unknown() : meta);
  }

  private static @Nullable TransactionMetadata metadata(JsValue json) {
    if (!(json instanceof JsArray array)) {
      return null;
    }
    List<JsValue> elements = new ArrayList<>();
    ScalaValues.each(array.elements()).forEach(elements::add);
    if (elements.size() < 2
        || elements.size() > 4
        || !(elements.get(0) instanceof JsString id)
        || !(elements.get(1) instanceof JsNumber start)) {
      return null;
    }
    boolean flagged = elements.size() > 2 && elements.get(2) instanceof JsBoolean;
    if (elements.size() == 4 && !flagged) {
      return null;
    }
    int parent = flagged ? 3 : 2;
    return new TransactionMetadata(
        id.value(),
        Instant.ofEpochMilli(start.value().longValue()),
        flagged && ((JsBoolean) elements.get(2)).value(),
        elements.size() > parent
            ? ScalaValues.option(metadata(elements.get(parent)))
            : ScalaValues.none());
  }
}
