// SPDX-License-Identifier: Apache-2.0

/**
 * What an action may reach by HTTP: rules for hosts, ranges of addresses, limits. Values only, made
 * by whoever embeds the engine; {@code http.client} makes requests under them and {@code
 * http.guest} gives them to guests. Must not know where a policy is written down, nor log anything:
 * URLs and headers carry secrets.
 */
@NullMarked
package io.wasmwhisk.engine.http;

import org.jspecify.annotations.NullMarked;
