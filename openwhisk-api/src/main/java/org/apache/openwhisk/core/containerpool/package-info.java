// SPDX-License-Identifier: Apache-2.0
/**
 * The SPI that a container provider implements: a factory makes containers, a container runs
 * activations. Implemented by the plugin, called by standalone and the tests in the way an invoker
 * calls it. It must not know where containers run, nor how the REST API looks.
 *
 * <p>The shapes are scalac's. A trait is an interface; a default method {@code m} has a static twin
 * {@code m$} that holds the body, because classes compiled by scalac call the twin; {@code
 * m$default$n} is the n-th parameter's default value, {@code x_$eq} the setter of the var {@code
 * x}, and {@code $init$} the trait's constructor. A Scala object is a class {@code X$} with the
 * field {@code MODULE$}. The one member of the trait {@code Container} that Java cannot write is
 * its {@code toString}: an interface may not have it as a default method.
 */
@NullMarked
package org.apache.openwhisk.core.containerpool;

import org.jspecify.annotations.NullMarked;
