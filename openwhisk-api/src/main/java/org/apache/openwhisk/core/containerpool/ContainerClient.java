// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerHttpError;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import spray.json.JsValue;

/** An HTTP connection to a container; implementations are OpenWhisk's own. */
public interface ContainerClient {
  /**
   * Posts a body to a path; the answer is cut after {@code truncation} where it is longer than
   * {@code maxResponse}.
   */
  Future<Either<ContainerHttpError, ContainerResponse>> post(
      String endpoint,
      JsValue body,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean retry,
      boolean reschedule,
      TransactionMetadata tid);

  /** Closes the connection. */
  Future<BoxedUnit> close();
}
