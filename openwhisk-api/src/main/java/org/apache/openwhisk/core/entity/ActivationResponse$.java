// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerConnectionError;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.apache.openwhisk.core.entity.ActivationResponse.MemoryExhausted;
import org.apache.openwhisk.http.Messages;
import scala.Option;
import scala.util.Either;
import spray.json.AdditionalFormats;
import spray.json.BasicFormats;
import spray.json.DefaultJsonProtocol;
import spray.json.DefaultJsonProtocol$;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/**
 * Makes outcomes, from texts and from containers' answers (OpenWhisk's {@code
 * entity/ActivationResult.scala}).
 *
 * <p>The methods at the end are spray's: OpenWhisk's object extends {@link DefaultJsonProtocol}.
 */
public final class ActivationResponse$ implements DefaultJsonProtocol, scala.Serializable {
  public static final ActivationResponse$ MODULE$ = new ActivationResponse$();

  private ActivationResponse$() {}

  /** {@code error}: the field of a result that makes it an error. */
  public String ERROR_FIELD() {
    return "error";
  }

  /** 0: the action ran and gave a result. */
  public int Success() {
    return 0;
  }

  /** 1: the action ran and answered with an error. */
  public int ApplicationError() {
    return 1;
  }

  /** 2: the action failed, or could not be initialised. */
  public int DeveloperError() {
    return 2;
  }

  /** 3: the system failed. */
  public int WhiskError() {
    return 3;
  }

  /**
   * The outcome's name for users, such as {@code application error}.
   *
   * @throws IllegalArgumentException where the code is not 0 to 3
   */
  public String messageForCode(int code) {
    return switch (code) {
      case 0 -> "success";
      case 1 -> "application error";
      case 2 -> "action developer error";
      case 3 -> "whisk internal error";
      default -> throw new IllegalArgumentException("requirement failed");
    };
  }

  /** A result. */
  public ActivationResponse success(Option<JsValue> result, Option<Object> size) {
    return new ActivationResponse(Success(), result, size);
  }

  /** No result. */
  public Option<JsValue> success$default$1() {
    return ScalaValues.none();
  }

  /** No size. */
  public Option<Object> success$default$2() {
    return ScalaValues.none();
  }

  /** An error of the action's own. */
  public ActivationResponse applicationError(JsValue errorValue, Option<Object> size) {
    return error(ApplicationError(), errorValue, size);
  }

  /** An error of the action's own. */
  public ActivationResponse applicationError(String errorMsg) {
    return error(ApplicationError(), Json.string(errorMsg), ScalaValues.none());
  }

  /** No size. */
  public Option<Object> applicationError$default$2() {
    return ScalaValues.none();
  }

  /** A failure of the action. */
  public ActivationResponse developerError(JsValue errorValue, Option<Object> size) {
    return error(DeveloperError(), errorValue, size);
  }

  /** A failure of the action. */
  public ActivationResponse developerError(String errorMsg, Option<Object> size) {
    return error(DeveloperError(), Json.string(errorMsg), size);
  }

  /** No size. */
  public Option<Object> developerError$default$2() {
    return ScalaValues.none();
  }

  /** A failure of the system. */
  public ActivationResponse whiskError(JsValue errorValue) {
    return error(WhiskError(), errorValue, ScalaValues.none());
  }

  /** A failure of the system. */
  public ActivationResponse whiskError(String errorMsg) {
    return error(WhiskError(), Json.string(errorMsg), ScalaValues.none());
  }

  /**
   * The outcome of an initialisation that failed.
   *
   * @throws IllegalArgumentException where it did not fail
   */
  public ActivationResponse processInitResponseContent(
      Either<ContainerConnectionError, ContainerResponse> response, Logging logger) {
    CaseClass.require(
        response.isLeft() || !response.right().get().ok(),
        "should not interpret init response when status code is OK");
    return response.isRight()
        ? ContainerAnswers.init(response.right().get())
        : failed(response.left().get(), Messages.abnormalInitialization());
  }

  /**
   * The outcome of a run: a JSON object or array with status 200 is a result, an {@code error}
   * field an error.
   */
  public ActivationResponse processRunResponseContent(
      Either<ContainerConnectionError, ContainerResponse> response, Logging logger) {
    return response.isRight()
        ? ContainerAnswers.run(response.right().get(), logger)
        : failed(response.left().get(), Messages.abnormalRun());
  }

  /** The JSON form. */
  public RootJsonFormat<ActivationResponse> serdes() {
    return Json.format(ResponseJson::write, ResponseJson::read);
  }

  /** An outcome. */
  public ActivationResponse apply(int statusCode, Option<JsValue> result, Option<Object> size) {
    return new ActivationResponse(statusCode, result, size);
  }

  /** No size. */
  public Option<Object> apply$default$3() {
    return ScalaValues.none();
  }

  private ActivationResponse error(int code, JsValue errorValue, Option<Object> size) {
    JsObject error = Json.object(Json.entry(ERROR_FIELD(), errorValue));
    return new ActivationResponse(code, ScalaValues.some(error), size);
  }

  private ActivationResponse failed(ContainerConnectionError why, String otherwise) {
    return developerError(
        why instanceof MemoryExhausted ? Messages.memoryExhausted() : otherwise,
        ScalaValues.none());
  }

  @Override
  public AdditionalFormats.JsValueFormat$ JsValueFormat() {
    return DefaultJsonProtocol$.MODULE$.JsValueFormat();
  }

  @Override
  public AdditionalFormats.RootJsObjectFormat$ RootJsObjectFormat() {
    return DefaultJsonProtocol$.MODULE$.RootJsObjectFormat();
  }

  @Override
  public AdditionalFormats.RootJsArrayFormat$ RootJsArrayFormat() {
    return DefaultJsonProtocol$.MODULE$.RootJsArrayFormat();
  }

  @Override
  public BasicFormats.IntJsonFormat$ IntJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.IntJsonFormat();
  }

  @Override
  public BasicFormats.LongJsonFormat$ LongJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.LongJsonFormat();
  }

  @Override
  public BasicFormats.FloatJsonFormat$ FloatJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.FloatJsonFormat();
  }

  @Override
  public BasicFormats.DoubleJsonFormat$ DoubleJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.DoubleJsonFormat();
  }

  @Override
  public BasicFormats.ByteJsonFormat$ ByteJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.ByteJsonFormat();
  }

  @Override
  public BasicFormats.ShortJsonFormat$ ShortJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.ShortJsonFormat();
  }

  @Override
  public BasicFormats.BigDecimalJsonFormat$ BigDecimalJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.BigDecimalJsonFormat();
  }

  @Override
  public BasicFormats.BigIntJsonFormat$ BigIntJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.BigIntJsonFormat();
  }

  @Override
  public BasicFormats.UnitJsonFormat$ UnitJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.UnitJsonFormat();
  }

  @Override
  public BasicFormats.BooleanJsonFormat$ BooleanJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.BooleanJsonFormat();
  }

  @Override
  public BasicFormats.CharJsonFormat$ CharJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.CharJsonFormat();
  }

  @Override
  public BasicFormats.StringJsonFormat$ StringJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.StringJsonFormat();
  }

  @Override
  public BasicFormats.SymbolJsonFormat$ SymbolJsonFormat() {
    return DefaultJsonProtocol$.MODULE$.SymbolJsonFormat();
  }
}
