// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import java.nio.charset.StandardCharsets;
import org.apache.openwhisk.core.entity.Attachments.Attached;
import org.apache.openwhisk.core.entity.Attachments.Attachment;
import org.apache.openwhisk.core.entity.Attachments.Inline;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import spray.json.JsValue;

/** Code that is stored as an attachment. */
public class CodeExecAsAttachment extends CodeExec<Attachment<String>>
    implements AttachedCode, Product, scala.Serializable {
  private final ExecManifest.RuntimeManifest manifest;
  private final Attachment<String> code;
  private final Option<String> entryPoint;
  private final boolean binary;

  /** Code of a kind. */
  public CodeExecAsAttachment(
      ExecManifest.RuntimeManifest manifest,
      Attachment<String> code,
      Option<String> entryPoint,
      boolean binary) {
    super(CodeExec::sizeOf);
    this.manifest = manifest;
    this.code = code;
    this.entryPoint = entryPoint;
    this.binary = binary;
  }

  /** Code of a kind. */
  public static CodeExecAsAttachment apply(
      ExecManifest.RuntimeManifest manifest,
      Attachment<String> code,
      Option<String> entryPoint,
      boolean binary) {
    return new CodeExecAsAttachment(manifest, code, entryPoint, binary);
  }

  /** The runtime. */
  public ExecManifest.RuntimeManifest manifest() {
    return manifest;
  }

  /** The code, or where it is stored. */
  @Override
  public Attachment<String> code() {
    return code;
  }

  /** The name of the function to call, where it is not {@code main}. */
  @Override
  public Option<String> entryPoint() {
    return entryPoint;
  }

  /** Whether the code is base64. */
  @Override
  public boolean binary() {
    return binary;
  }

  @Override
  public String kind() {
    return manifest.kind();
  }

  @Override
  public ExecManifest.ImageName image() {
    return manifest.image();
  }

  @Override
  public boolean sentinelledLogs() {
    return !manifest.sentinelledLogs().isDefined()
        || RuntimeKinds.isTrue(manifest.sentinelledLogs());
  }

  @Override
  public boolean deprecated() {
    return RuntimeKinds.isTrue(manifest.deprecated());
  }

  @Override
  public boolean pull() {
    return false;
  }

  @Override
  public JsValue codeAsJson() {
    return AttachmentJson.write(code);
  }

  @Override
  public CodeExecAsAttachment inline(byte[] bytes) {
    Inline<String> text = new Inline<>(new String(bytes, StandardCharsets.UTF_8));
    return new CodeExecAsAttachment(manifest, text, entryPoint, binary);
  }

  @Override
  @SuppressWarnings("unchecked") // an attachment has no value of its own
  public CodeExecAsAttachment attach(Attached attached) {
    Attachment<String> stored = (Attachment<String>) (Attachment<?>) attached;
    return new CodeExecAsAttachment(manifest, stored, entryPoint, binary);
  }

  @Override
  public String productPrefix() {
    return "CodeExecAsAttachment";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, manifest, code, entryPoint, binary);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof CodeExecAsAttachment;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
