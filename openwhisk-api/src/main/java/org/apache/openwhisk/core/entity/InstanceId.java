// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import spray.json.JsValue;

/** An instance of a service: an invoker here. */
public interface InstanceId {
  /** The characters that a name may have. */
  String org$apache$openwhisk$core$entity$InstanceId$$LEGAL_CHARS();

  /** The greatest length of a name. */
  int org$apache$openwhisk$core$entity$InstanceId$$MAX_NAME_LENGTH();

  /** Sets the characters; called by {@link #$init$}. */
  void
      org$apache$openwhisk$core$entity$InstanceId$_setter_$org$apache$openwhisk$core$entity$InstanceId$$LEGAL_CHARS_$eq(
          String chars);

  /** Sets the length; called by {@link #$init$}. */
  void
      org$apache$openwhisk$core$entity$InstanceId$_setter_$org$apache$openwhisk$core$entity$InstanceId$$MAX_NAME_LENGTH_$eq(
          int length);

  /** The JSON form as a text. */
  default String serialize() {
    return serialize$(this);
  }

  /** The body of {@link #serialize}. */
  static String serialize$(InstanceId self) {
    return self.toJson().compactPrint();
  }

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException where it is too long or a character is not allowed
   */
  default void validate(String asString) {
    validate$(this, asString);
  }

  /** The body of {@link #validate}. */
  static void validate$(InstanceId self, String asString) {
    CaseClass.require(
        asString.length() <= self.org$apache$openwhisk$core$entity$InstanceId$$MAX_NAME_LENGTH()
            && asString.matches(self.org$apache$openwhisk$core$entity$InstanceId$$LEGAL_CHARS()),
        self.instanceType() + " instance id contains invalid characters");
  }

  /** {@code invoker}. */
  String instanceType();

  /** The type and the number. */
  String source();

  /** The JSON form. */
  JsValue toJson();

  /** What scalac calls from the constructor of every implementing class: sets the two values. */
  static void $init$(InstanceId self) {
    self
        .org$apache$openwhisk$core$entity$InstanceId$_setter_$org$apache$openwhisk$core$entity$InstanceId$$LEGAL_CHARS_$eq(
            "[a-zA-Z0-9._-]+");
    self
        .org$apache$openwhisk$core$entity$InstanceId$_setter_$org$apache$openwhisk$core$entity$InstanceId$$MAX_NAME_LENGTH_$eq(
            249 - 121);
  }
}
