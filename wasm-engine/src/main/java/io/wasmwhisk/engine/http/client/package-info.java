// SPDX-License-Identifier: Apache-2.0

/**
 * Makes HTTP requests under a policy: resolves a name, checks the address, connects to that very
 * address, and follows redirects under the same checks. The messages are HttpCore's work, sockets
 * and TLS the JDK's. Called by {@code http.guest}; must not know a guest's memory.
 */
@NullMarked
package io.wasmwhisk.engine.http.client;

import org.jspecify.annotations.NullMarked;
