// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.store;

import io.wasmwhisk.standalone.entities.Activation;
import java.time.Instant;
import java.util.Optional;

/**
 * Which activations are meant.
 *
 * @param name of the action
 * @param since started then or later
 * @param upto started then or earlier
 */
public record ActivationQuery(
    String namespace, Optional<String> name, Optional<Instant> since, Optional<Instant> upto) {

  boolean matches(Activation activation) {
    return activation.namespace().equals(namespace)
        && name.map(activation.name()::equals).orElse(true)
        && since.map(then -> !activation.start().isBefore(then)).orElse(true)
        && upto.map(then -> !activation.start().isAfter(then)).orElse(true);
  }
}
