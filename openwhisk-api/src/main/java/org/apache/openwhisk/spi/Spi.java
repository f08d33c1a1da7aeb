// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.spi;

/** Marks a type as one that {@link SpiLoader} may load. */
public interface Spi {}
