// SPDX-License-Identifier: Apache-2.0
/**
 * The SPI that collects an activation's log lines from its container, and the store that keeps them
 * in the activation's record. Called by standalone after each run, as an invoker does. It must not
 * know how a container keeps its output.
 *
 * <p>The shapes are scalac's, as in the package above; the long {@code …_setter_…} method is how a
 * trait's val reaches the class that implements it, and logs are a vector of lines because {@code
 * ActivationLogs} is a value class.
 */
@NullMarked
package org.apache.openwhisk.core.containerpool.logging;

import org.jspecify.annotations.NullMarked;
