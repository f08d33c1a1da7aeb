// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import spray.json.JsString;

/** Code as a text. */
public class CodeExecAsString extends CodeExec<String> implements Product, scala.Serializable {
  private final ExecManifest.RuntimeManifest manifest;
  private final String code;
  private final Option<String> entryPoint;

  /** Code of a kind. */
  public CodeExecAsString(
      ExecManifest.RuntimeManifest manifest, String code, Option<String> entryPoint) {
    super(CodeExec::sizeOf);
    this.manifest = manifest;
    this.code = code;
    this.entryPoint = entryPoint;
  }

  /** Code of a kind. */
  public static CodeExecAsString apply(
      ExecManifest.RuntimeManifest manifest, String code, Option<String> entryPoint) {
    return new CodeExecAsString(manifest, code, entryPoint);
  }

  /** The runtime. */
  public ExecManifest.RuntimeManifest manifest() {
    return manifest;
  }

  /** The code. */
  @Override
  public String code() {
    return code;
  }

  /** The name of the function to call, where it is not {@code main}. */
  @Override
  public Option<String> entryPoint() {
    return entryPoint;
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
  public boolean binary() {
    return Exec.isBinaryCode(code);
  }

  @Override
  public JsString codeAsJson() {
    return Json.string(code);
  }

  @Override
  public String productPrefix() {
    return "CodeExecAsString";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, manifest, code, entryPoint);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof CodeExecAsString;
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
