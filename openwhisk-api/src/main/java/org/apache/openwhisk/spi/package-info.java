// SPDX-License-Identifier: Apache-2.0
/**
 * OpenWhisk's service provider interface: finds an implementation by the name in {@code whisk.spi}.
 * Called by standalone and by the tests, exactly as OpenWhisk's own services call it. It must not
 * know what it loads.
 *
 * <p>The shapes are scalac's: a Scala object is a class {@code X$} with the field {@code MODULE$},
 * and {@code X} carries static forwarders to it.
 */
@NullMarked
package org.apache.openwhisk.spi;

import org.jspecify.annotations.NullMarked;
