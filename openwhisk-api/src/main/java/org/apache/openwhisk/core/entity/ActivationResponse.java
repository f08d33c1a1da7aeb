// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.Tuple2;
import spray.json.JsObject;
import spray.json.JsValue;

/** The outcome of an activation. */
public class ActivationResponse implements Product, scala.Serializable {
  private final int statusCode;
  private final Option<JsValue> result;
  private final Option<Object> size;

  /** An outcome. */
  public ActivationResponse(int statusCode, Option<JsValue> result, Option<Object> size) {
    this.statusCode = statusCode;
    this.result = result;
    this.size = size;
  }

  /** An outcome. */
  public static ActivationResponse apply(
      int statusCode, Option<JsValue> result, Option<Object> size) {
    return new ActivationResponse(statusCode, result, size);
  }

  /** The outcome, 0 to 3. */
  public int statusCode() {
    return statusCode;
  }

  /** The result, or the error as {@code {"error": …}}. */
  public Option<JsValue> result() {
    return result;
  }

  /** The length of the container's answer, an int. */
  public Option<Object> size() {
    return size;
  }

  /** 0: the action ran and gave a result. */
  public static int Success() {
    return ActivationResponse$.MODULE$.Success();
  }

  /** 1: the action ran and answered with an error. */
  public static int ApplicationError() {
    return ActivationResponse$.MODULE$.ApplicationError();
  }

  /** 2: the action failed, or could not be initialised. */
  public static int DeveloperError() {
    return ActivationResponse$.MODULE$.DeveloperError();
  }

  /** The JSON form: {@code {"statusCode", "result" if any, "size" if any}}. */
  public JsObject toJsonObject() {
    return ResponseJson.write(this);
  }

  /** What users see: {@code {"result" if any, "size" if any, "success", "status"}}. */
  public JsObject toExtendedJson() {
    return ResponseJson.extended(this);
  }

  /** Whether the action gave a result. */
  public boolean isSuccess() {
    return statusCode == Success();
  }

  /** Whether the action answered with an error. */
  public boolean isApplicationError() {
    return statusCode == ApplicationError();
  }

  /** Whether the action failed: a developer error, after which the container is not used again. */
  public boolean isContainerError() {
    return statusCode == DeveloperError();
  }

  /** The same outcome without its result and size. */
  public ActivationResponse withoutResult() {
    return new ActivationResponse(statusCode, ScalaValues.none(), ScalaValues.none());
  }

  @Override
  public String toString() {
    return toJsonObject().compactPrint();
  }

  /** Why a container gave no answer. */
  public interface ContainerConnectionError {}

  /** Why a container gave no answer to an HTTP request. */
  public interface ContainerHttpError extends ContainerConnectionError {}

  /** A container's answer. */
  public static class ContainerResponse implements Product, scala.Serializable {
    private final int statusCode;
    private final String entity;
    private final Option<Tuple2<ByteSize, ByteSize>> truncated;

    /** An answer. */
    public ContainerResponse(
        int statusCode, String entity, Option<Tuple2<ByteSize, ByteSize>> truncated) {
      this.statusCode = statusCode;
      this.entity = entity;
      this.truncated = truncated;
    }

    /** The HTTP status. */
    public int statusCode() {
      return statusCode;
    }

    /** The body, or its beginning. */
    public String entity() {
      return entity;
    }

    /** The length and the allowed length of a body that was cut. */
    public Option<Tuple2<ByteSize, ByteSize>> truncated() {
      return truncated;
    }

    /** Whether the status is 200. */
    public boolean okStatus() {
      return statusCode == 200;
    }

    /** Whether the status is 200 and the body complete. */
    public boolean ok() {
      return okStatus() && !truncated.isDefined();
    }

    /** Whether the status is 503: the activation is to go to another container. */
    public boolean shuttingDown() {
      return statusCode == 503;
    }

    @Override
    public String toString() {
      String base = okStatus() ? "ok" : "not ok";
      return truncated.isDefined() ? base + ", truncated " + truncated.get() : base;
    }

    @Override
    public String productPrefix() {
      return "ContainerResponse";
    }

    @Override
    public int productArity() {
      return 3;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, statusCode, entity, truncated);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof ContainerResponse;
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

  /** The connection to the container failed. */
  public static class ConnectionError implements ContainerHttpError, Product, scala.Serializable {
    private final Throwable t;

    /** A failure. */
    public ConnectionError(Throwable t) {
      this.t = t;
    }

    /** Why. */
    public Throwable t() {
      return t;
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "ConnectionError";
    }

    @Override
    public int productArity() {
      return 1;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, t);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof ConnectionError;
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

  /** The container did not answer in time. */
  public static class Timeout implements ContainerHttpError, Product, scala.Serializable {
    private final Throwable t;

    /** A failure. */
    public Timeout(Throwable t) {
      this.t = t;
    }

    /** Why. */
    public Throwable t() {
      return t;
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "Timeout";
    }

    @Override
    public int productArity() {
      return 1;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, t);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof Timeout;
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

  /** The container closed the connection without an answer. */
  public static class NoResponseReceived
      implements ContainerHttpError, Product, scala.Serializable {
    /** A failure. */
    public NoResponseReceived() {}

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "NoResponseReceived";
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof NoResponseReceived;
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

  /** The container was stopped because its memory was used up. */
  public static class MemoryExhausted
      implements ContainerConnectionError, Product, scala.Serializable {
    /** A failure. */
    public MemoryExhausted() {}

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "MemoryExhausted";
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof MemoryExhausted;
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

  @Override
  public String productPrefix() {
    return "ActivationResponse";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, statusCode, result, size);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ActivationResponse;
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
