// SPDX-License-Identifier: Apache-2.0
/**
 * OpenWhisk's transactions, log lines with markers, and properties. Every call of the SPI carries a
 * transaction and a {@link org.apache.openwhisk.common.Logging}; the plugin, standalone and the
 * classes of this module use them. It must not know containers or entities.
 *
 * <p>The shapes are scalac's. A trait's default method {@code m} has a static twin {@code m$} that
 * holds the body: classes compiled by scalac call the twin, so it must not dispatch back to {@code
 * m}. The value class {@code TransactionId} is its {@link
 * org.apache.openwhisk.common.TransactionMetadata} in every signature, and its methods are the
 * static {@code …$extension}s. Metrics are OpenWhisk's Kamon meters there and nothing here: with
 * {@code whisk.metrics.kamon-enabled = false}, the default, both do the same.
 */
@NullMarked
package org.apache.openwhisk.common;

import org.jspecify.annotations.NullMarked;
