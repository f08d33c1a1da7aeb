// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.limits;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import java.math.BigDecimal;
import java.util.Optional;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * The limits that a PUT asks for ({@code ActionLimitsOption}); not yet checked against any range.
 */
public record LimitsPut(
    Optional<Long> timeout,
    Optional<Integer> memory,
    Optional<Integer> logs,
    Optional<Integer> concurrency,
    Optional<Integer> instances) {

  /**
   * Reads {@code limits}.
   *
   * @throws MalformedJsonException with the words of OpenWhisk's serializers
   */
  public static LimitsPut fromJson(JsValue json) {
    if (!(json instanceof JsObject object)) {
      throw new MalformedJsonException("Object expected in field 'timeout'");
    }
    return new LimitsPut(
        read(object, "timeout", "time limit", "time limit").map(Integer::longValue),
        size(object, "memory", "memory limit"),
        size(object, "logs", "log limit"),
        read(object, "concurrency", "concurrency limit", "intra concurrency limit"),
        instances(object));
  }

  /** These over the limits that {@code base} has. */
  public ActionLimits over(ActionLimits base) {
    return new ActionLimits(
        timeout.orElse(base.timeoutMillis()),
        memory.orElse(base.memoryMb()),
        logs.orElse(base.logsMb()),
        concurrency.orElse(base.concurrency()),
        instances.or(base::instances));
  }

  private static Optional<Integer> size(JsObject object, String field, String name) {
    Optional<Integer> size = read(object, field, name, name);
    if (size.filter(mb -> mb < 0).isPresent()) {
      throw new MalformedJsonException(
          "requirement failed: a negative size of an object is not allowed.");
    }
    return size;
  }

  private static Optional<Integer> instances(JsObject object) {
    Optional<Integer> instances =
        read(object, "instances", "instance concurrency limit", "instance concurrency limit");
    if (instances.filter(n -> n < 0).isPresent()) {
      throw new MalformedJsonException(
          "requirement failed: Action container concurrency must be greater than or equal to 0.");
    }
    return instances;
  }

  private static Optional<Integer> read(JsObject object, String field, String name, String full) {
    return Json.field(object, field).map(value -> number(value, name, full));
  }

  private static int number(JsValue value, String name, String full) {
    if (!(value instanceof JsNumber number)) {
      throw new MalformedJsonException(name + " malformed");
    }
    BigDecimal decimal = number.value().bigDecimal();
    if (decimal.signum() != 0 && decimal.stripTrailingZeros().scale() > 0) {
      throw new MalformedJsonException("requirement failed: " + full + " must be whole number");
    }
    return clamped(decimal);
  }

  /**
   * A number beyond an int is beyond every range; converting 1E+999999999 would cost a gigabyte.
   */
  private static int clamped(BigDecimal decimal) {
    if (decimal.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      return Integer.MAX_VALUE;
    }
    return decimal.signum() < 0 ? -1 : decimal.intValue();
  }
}
