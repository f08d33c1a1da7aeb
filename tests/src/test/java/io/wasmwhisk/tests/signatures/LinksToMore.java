// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import java.time.Instant;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.StartMarker;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.entity.ActivationResponse$;

/**
 * Names of OpenWhisk what is recorded, what is inherited from elsewhere, and what is not recorded.
 */
final class LinksToMore {
  private LinksToMore() {}

  static String recorded(LogMarkerToken token) {
    return ContainerId.apply(token.component()).asString();
  }

  static String inherited(ContainerId id) {
    return id.productPrefix() + id.hashCode() + id.getClass();
  }

  static Instant classIsNotRecorded(StartMarker marker) {
    return marker.start();
  }

  static Object memberIsNotRecorded() {
    return ActivationResponse$.MODULE$.success$default$1();
  }

  static boolean memberOfAnUnrecordedSupertype(WhiskConfig config) {
    return config.isValid();
  }
}
