// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpPolicy;

/**
 * An action's way out.
 *
 * @param transport what all share
 * @param owner whose requests under way are counted together, a namespace for instance
 * @param policy what may be reached
 */
public record HttpAccess(HttpTransport transport, String owner, HttpPolicy policy) {}
