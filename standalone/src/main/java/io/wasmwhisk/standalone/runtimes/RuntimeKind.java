// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.runtimes;

import io.wasmwhisk.standalone.json.Fields;
import spray.json.JsObject;

/**
 * One kind of action, as the manifest declares it ({@code ExecManifest.RuntimeManifest}).
 *
 * @param kind as clients name it, e.g. {@code wasm:0.1}
 * @param deprecated such actions can be read and deleted, no longer created or invoked
 * @param isDefault {@code <family>:default} means this kind
 * @param attached OpenWhisk keeps the code as an attachment; here it only shapes messages and the
 *     API info
 * @param requireMain creating an action needs {@code exec.main}
 * @param sentinelledLogs the runtime ends each activation's output with a marker line
 */
public record RuntimeKind(
    String kind,
    ImageName image,
    boolean deprecated,
    boolean isDefault,
    boolean attached,
    boolean requireMain,
    boolean sentinelledLogs) {

  /** The entry in the API info of {@code GET /}. */
  public JsObject toJson() {
    return Fields.byName()
        .with("kind", kind)
        .with("image", image.reference())
        .with("deprecated", deprecated)
        .with("default", isDefault)
        .with("attached", attached)
        .with("requireMain", requireMain)
        .toJson();
  }
}
