// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

/**
 * What OpenWhisk says ({@code Messages}, and Akka HTTP's rejections), as far as more than one place
 * needs it.
 */
public final class Messages {
  public static final String DOES_NOT_EXIST = "The requested resource does not exist.";
  public static final String CONFLICT = "Concurrent modification to resource detected.";
  public static final String PARAMETERS_NOT_ALLOWED =
      "Request defines parameters that are not allowed (e.g., reserved properties).";

  private Messages() {}

  public static String notAuthorized(String resource) {
    return "The supplied authentication is not authorized to access '" + resource + "'.";
  }

  public static String tooBig(String what, long size, long allowed) {
    return "%s larger than allowed: %d > %d bytes.".formatted(what, size, allowed);
  }

  public static String malformedContent(String why) {
    return "The request content was malformed:\n" + why;
  }

  public static String malformedQuery(String parameter, String why) {
    return "The query parameter '" + parameter + "' was malformed:\n" + why;
  }

  public static String runtimeDeprecated(String kind) {
    return "The '%s' runtime is no longer supported. You may read and delete but not update or invoke this action."
        .formatted(kind);
  }
}
