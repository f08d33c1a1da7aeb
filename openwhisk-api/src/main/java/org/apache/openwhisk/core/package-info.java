// SPDX-License-Identifier: Apache-2.0
/**
 * The properties that an OpenWhisk service is started with. An invoker hands them to the container
 * factory; standalone makes them. It must not know what the properties are for.
 *
 * <p>The shapes are scalac's: static members are those of Scala's companion object.
 */
@NullMarked
package org.apache.openwhisk.core;

import org.jspecify.annotations.NullMarked;
