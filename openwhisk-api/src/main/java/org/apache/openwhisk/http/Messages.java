// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.http;

import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.Exec;
import org.apache.openwhisk.core.entity.SizeError;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Set;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * OpenWhisk's texts for users, by OpenWhisk's names. The texts about packages, triggers, sequences
 * and web actions are not part of this module.
 */
public final class Messages {
  private Messages() {}

  /** An entity was changed meanwhile. */
  public static String conflictMessage() {
    return "Concurrent modification to resource detected.";
  }

  /** An entity of another collection has the name. */
  public static String conformanceMessage() {
    return "Resource by this name exists but is not in this collection.";
  }

  /** An entity cannot be read. */
  public static String corruptedEntity() {
    return "Resource is corrupted and cannot be read.";
  }

  /** An action's kind may no longer be used. */
  public static String runtimeDeprecated(Exec e) {
    return "The '"
        + e.kind()
        + "' runtime is no longer supported. You may read and delete but not update or invoke this action.";
  }

  /** An entity is missing. */
  public static String resourceDoesNotExist() {
    return "The requested resource does not exist.";
  }

  /** An entity is missing. */
  public static String resourceDoesntExist(String value) {
    return "The requested resource '" + value + "' does not exist.";
  }

  /** The limit on activations a minute. */
  public static String tooManyRequests(int count, int allowed) {
    return "Too many requests in the last minute (count: " + count + ", allowed: " + allowed + ").";
  }

  /** The limit on concurrent activations. */
  public static String tooManyConcurrentRequests() {
    return "Too many concurrent requests in flight.";
  }

  /** The limit on concurrent activations. */
  public static String tooManyConcurrentRequests(int count, int allowed) {
    return "Too many concurrent requests in flight (count: "
        + count
        + ", allowed: "
        + allowed
        + ").";
  }

  /** An action's limit on containers is above the namespace's. */
  public static String maxActionInstanceConcurrencyExceedsNamespace(int namespaceConcurrencyLimit) {
    return "Max action instance concurrency must not exceed your namespace concurrency of "
        + namespaceConcurrencyLimit
        + ".";
  }

  /** An action's limit on containers is too low. */
  public static String belowMinAllowedActionInstanceConcurrency(int minThreshold) {
    return "Action container concurrency must be greater than or equal to " + minThreshold + ".";
  }

  /** No container can be had. */
  public static String systemOverloaded() {
    return "System is overloaded, try again later.";
  }

  /** The key does not allow it. */
  public static String notAuthorizedtoOperateOnResource() {
    return "The supplied authentication is not authorized to access this resource.";
  }

  /** The key does not allow it. */
  public static String notAuthorizedtoAccessResource(String value) {
    return "The supplied authentication is not authorized to access '" + value + "'.";
  }

  /** The key does not allow the kind. */
  public static String notAuthorizedtoActionKind(String value) {
    return "The supplied authentication is not authorized to access actions of kind '"
        + value
        + "'.";
  }

  /** A name in full has one part only. */
  public static String malformedFullyQualifiedEntityName() {
    return "The fully qualified name of the entity must contain at least the namespace and the name of the entity.";
  }

  /** A name is too long. */
  public static String entityNameTooLong(SizeError error) {
    return error.field()
        + " longer than allowed: "
        + error.is().toBytes()
        + " > "
        + error.allowed().toBytes()
        + ".";
  }

  /** A name has a character that is not allowed. */
  public static String entityNameIllegal() {
    return "The name of the entity contains illegal characters.";
  }

  /** A namespace has a character that is not allowed. */
  public static String namespaceIllegal() {
    return "The namespace contains illegal characters.";
  }

  /** An activation's identifier is not hexadecimal. */
  public static String activationIdIllegal() {
    return "The activation id is not valid.";
  }

  /** An activation's identifier has not 32 digits. */
  public static String activationIdLengthError(SizeError error) {
    return error.field()
        + " length is "
        + error.is().toBytes()
        + " but must be "
        + error.allowed().toBytes()
        + ".";
  }

  /** A parameter that callers may not set. */
  public static String parametersNotAllowed() {
    return "Request defines parameters that are not allowed (e.g., reserved properties).";
  }

  /** The parameter {@code timeout} of a request. */
  public static String invalidTimeout(FiniteDuration max) {
    return "Timeout must be number of milliseconds up to " + max.toMillis() + ".";
  }

  /** A container failed while it was initialised. */
  public static String abnormalInitialization() {
    return "The action did not initialize and exited unexpectedly.";
  }

  /** A container failed while it ran. */
  public static String abnormalRun() {
    return "The action did not produce a valid response and exited unexpectedly.";
  }

  /** A container used up its memory. */
  public static String memoryExhausted() {
    return "The action exhausted its memory and was aborted.";
  }

  /** Two parameters of a list that exclude each other. */
  public static String docsNotAllowedWithCount() {
    return "The parameter 'docs' is not permitted with 'count'.";
  }

  /** The parameter {@code name} of a list. */
  public static String badNameFilter(String value) {
    return "Parameter may be a 'simple' name or 'package-name/simple' name: " + value;
  }

  /** The parameters {@code since} and {@code upto} of a list. */
  public static String badEpoch(String value) {
    return "Parameter is not a valid value for epoch seconds: " + value;
  }

  /** A part of an entity is too large. */
  public static String entityTooBig(SizeError error) {
    return error.field()
        + " larger than allowed: "
        + error.is().toBytes()
        + " > "
        + error.allowed().toBytes()
        + " bytes.";
  }

  /** A limit in megabytes is above what is allowed. */
  public static String sizeExceedsAllowedThreshold(String field, int is, int allowed) {
    return field + " size " + is + " MB exceeds allowed threshold of " + allowed + " MB";
  }

  /** A limit in megabytes is below what is allowed. */
  public static String sizeBelowAllowedThreshold(String field, int is, int allowed) {
    return field + " size " + is + " MB below allowed threshold of " + allowed + " MB";
  }

  /** A time limit is below what is allowed. */
  public static String durationBelowAllowedThreshold(
      String field, FiniteDuration is, FiniteDuration allowed) {
    return field
        + " "
        + is.toMillis()
        + " milliseconds below allowed threshold of "
        + allowed.toMillis()
        + " milliseconds";
  }

  /** A time limit is above what is allowed. */
  public static String durationExceedsAllowedThreshold(
      String field, FiniteDuration is, FiniteDuration allowed) {
    return field
        + " "
        + is.toMillis()
        + " milliseconds exceeds allowed threshold of "
        + allowed.toMillis()
        + " milliseconds";
  }

  /** A concurrency limit is above what is allowed. */
  public static String concurrencyExceedsAllowedThreshold(int is, int allowed) {
    return "concurrency " + is + " exceeds allowed threshold of " + allowed;
  }

  /** A concurrency limit is below what is allowed. */
  public static String concurrencyBelowAllowedThreshold(int is, int allowed) {
    return "concurrency " + is + " below allowed threshold of " + allowed;
  }

  /** The parameter {@code limit} of a list. */
  public static String listLimitOutOfRange(String collection, int value, int max) {
    return "The value '"
        + value
        + "' is not in the range of 0 to "
        + max
        + " for "
        + collection
        + ".";
  }

  /** The parameter {@code skip} of a list. */
  public static String listSkipOutOfRange(String collection, int value) {
    return "The value '" + value + "' is not greater than or equal to 0 for " + collection + ".";
  }

  /** A parameter of a list that is no whole number. */
  public static String argumentNotInteger(String collection, String value) {
    return "The value '" + value + "' is not an integer for " + collection + ".";
  }

  /** A kind that the platform does not have. */
  public static String invalidRuntimeError(String kind, Set<String> runtimes) {
    return "The specified runtime '"
        + kind
        + "' is not supported by this platform. Valid values are: "
        + runtimes.mkString("'", "', '", "'")
        + ".";
  }

  /** The last line of a log that was cut. */
  public static String truncateLogs(ByteSize limit) {
    return "Logs were truncated because the total bytes size exceeds the limit of "
        + limit.toBytes()
        + " bytes.";
  }

  /** The last line of a log that could not be read in full. */
  public static String logFailure() {
    return "There was an issue while collecting your logs. Data might be missing.";
  }

  /** The last line of the log of an action that failed. */
  public static String logWarningDeveloperError() {
    return "The action did not initialize or run as expected. Log data might be missing.";
  }

  /** Something went wrong. */
  public static String errorProcessingRequest() {
    return "There was an error processing your request.";
  }

  /** A container answered its initialisation with something else than was expected. */
  public static String invalidInitResponse(@Nullable String actualResponse) {
    return "The action failed during initialization" + tail(actualResponse);
  }

  /** A container answered a run with something else than a JSON object or array. */
  public static String invalidRunResponse(@Nullable String actualResponse) {
    return "The action did not produce a valid JSON or JSON Array response" + tail(actualResponse);
  }

  /** A result is too long. */
  public static String truncatedResponse(ByteSize length, ByteSize maxLength) {
    return "The action produced a response that exceeded the allowed length: "
        + length.toBytes()
        + " > "
        + maxLength.toBytes()
        + " bytes.";
  }

  /** A result is too long; with its beginning. */
  public static String truncatedResponse(String trunk, ByteSize length, ByteSize maxLength) {
    return truncatedResponse(length, maxLength) + " The truncated response was: " + trunk;
  }

  /** An action did not end in time. */
  public static String timedoutActivation(Duration timeout, boolean init) {
    return "The action exceeded its time limits of "
        + timeout.toMillis()
        + " milliseconds"
        + (init ? " during initialization." : ".");
  }

  /** An action was deleted before it ran. */
  public static String actionRemovedWhileInvoking() {
    return "Action could not be found or may have been deleted.";
  }

  /** An action's record cannot be read by this version. */
  public static String actionMismatchWhileInvoking() {
    return "Action version is not compatible and cannot be invoked.";
  }

  /** An action could not be read. */
  public static String actionFetchErrorWhileInvoking() {
    return "Action could not be fetched.";
  }

  /** An action's limits are above the platform's. */
  public static String actionLimitExceededSystemLimit() {
    return "Action limit exceeded the system limit.";
  }

  /** An image could not be pulled. */
  public static String imagePullError(String image) {
    return "Failed to pull container image '" + image + "'.";
  }

  /** What a container platform says where a command is missing. */
  public static String commandNotFoundError() {
    return "executable file not found";
  }

  /** A container could not be created. */
  public static String resourceProvisionError() {
    return "Failed to provision resources to run the action.";
  }

  private static String tail(@Nullable String response) {
    return response == null || response.isEmpty() ? "." : ": " + response;
  }
}
