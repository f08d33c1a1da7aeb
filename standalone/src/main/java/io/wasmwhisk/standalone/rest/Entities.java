// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.StatusCodes;
import io.wasmwhisk.standalone.entities.Names;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Messages;
import io.wasmwhisk.standalone.http.Refusal;

/**
 * What every collection requires of names and owners; what does not conform becomes a {@link
 * Refusal}.
 */
final class Entities {
  private Entities() {}

  /** A name of an entity. */
  static void requireName(String name) {
    if (!Names.isName(name)) {
      // "segement" is OpenWhisk's spelling, and part of its answers.
      throw illegal(name, "Name segement", "The name of the entity contains illegal characters.");
    }
  }

  /** The namespace that a path segment means; {@code _} is the caller's own. */
  static String namespace(User user, String segment) {
    if (!Names.isName(segment)) {
      throw illegal(segment, "Namespace", "The namespace contains illegal characters.");
    }
    return segment.equals("_") ? user.namespace() : segment;
  }

  /** Only the owner of a namespace may do anything in it. */
  static void requireOwner(User user, String namespace, String resource) {
    if (!user.namespace().equals(namespace)) {
      throw new Refusal(Answer.error(StatusCodes.FORBIDDEN, Messages.notAuthorized(resource)));
    }
  }

  private static Refusal illegal(String name, String what, String otherwise) {
    String message =
        name.length() > Names.MAX_LENGTH
            ? "%s longer than allowed: %d > %d.".formatted(what, name.length(), Names.MAX_LENGTH)
            : otherwise;
    return new Refusal(Answer.rejection(StatusCodes.BAD_REQUEST, message));
  }
}
