// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.nio.charset.StandardCharsets;
import org.apache.openwhisk.core.entity.Attachments.Attached;
import org.apache.openwhisk.core.entity.Attachments.Attachment;
import org.apache.openwhisk.core.entity.Attachments.Inline;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import spray.json.JsNull$;
import spray.json.JsValue;

/**
 * An image of the user's, perhaps with code for it. Whether the platform knows the image is the
 * negation of {@link #pull}: OpenWhisk's accessor {@code native} has a name that Java reserves.
 */
public class BlackBoxExec extends CodeExec<Option<Attachment<String>>>
    implements AttachedCode, Product, scala.Serializable {
  private final ExecManifest.ImageName image;
  private final Option<Attachment<String>> code;
  private final Option<String> entryPoint;
  private final boolean isNative;
  private final boolean binary;

  /** An image. */
  public BlackBoxExec(
      ExecManifest.ImageName image,
      Option<Attachment<String>> code,
      Option<String> entryPoint,
      boolean isNative,
      boolean binary) {
    super(code0 -> CodeExec.sizeOf(code0.isDefined() ? code0.get() : ""));
    this.image = image;
    this.code = code;
    this.entryPoint = entryPoint;
    this.isNative = isNative;
    this.binary = binary;
  }

  /** An image. */
  public static BlackBoxExec apply(
      ExecManifest.ImageName image,
      Option<Attachment<String>> code,
      Option<String> entryPoint,
      boolean isNative,
      boolean binary) {
    return new BlackBoxExec(image, code, entryPoint, isNative, binary);
  }

  /** The image. */
  @Override
  public ExecManifest.ImageName image() {
    return image;
  }

  /** The code, where there is any, or where it is stored. */
  @Override
  public Option<Attachment<String>> code() {
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
    return Exec$.MODULE$.BLACKBOX();
  }

  @Override
  public boolean sentinelledLogs() {
    return isNative;
  }

  @Override
  public boolean deprecated() {
    return false;
  }

  @Override
  public boolean pull() {
    return !isNative;
  }

  @Override
  public JsValue codeAsJson() {
    return code.isDefined() ? AttachmentJson.write(code.get()) : JsNull$.MODULE$;
  }

  /** The size of code, entry point and image name. */
  @Override
  public ByteSize size() {
    return super.size().$plus(Sizes.of(image.resolveImageName(ScalaValues.none())));
  }

  @Override
  public BlackBoxExec inline(byte[] bytes) {
    Inline<String> text = new Inline<>(new String(bytes, StandardCharsets.UTF_8));
    return with(text);
  }

  @Override
  @SuppressWarnings("unchecked") // an attachment has no value of its own
  public BlackBoxExec attach(Attached attached) {
    return with((Attachment<String>) (Attachment<?>) attached);
  }

  private BlackBoxExec with(Attachment<String> other) {
    return new BlackBoxExec(image, ScalaValues.some(other), entryPoint, isNative, binary);
  }

  @Override
  public String productPrefix() {
    return "BlackBoxExec";
  }

  @Override
  public int productArity() {
    return 5;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, image, code, entryPoint, isNative, binary);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof BlackBoxExec;
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
