// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import java.time.Duration;

/**
 * How the server listens.
 *
 * @param host the address to bind, loopback by default
 * @param port 0 takes a free one
 * @param bodyTimeout how long a client may take to send a body
 * @param maxBodyBytes how long a body may be
 * @param jsonNesting how deeply a body's arrays and objects may be nested
 * @param maxBlockingWait how long a blocking call waits before it answers 202
 * @param defaultListLimit entries of a list when the client says nothing
 * @param maxListLimit entries of a list at most
 */
public record HttpSettings(
    String host,
    int port,
    Duration bodyTimeout,
    long maxBodyBytes,
    int jsonNesting,
    Duration maxBlockingWait,
    int defaultListLimit,
    int maxListLimit) {}
