// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import io.wasmwhisk.cli.rest.ServerAccess;
import java.util.OptionalLong;

/**
 * An OpenWhisk to measure, whoever started it.
 *
 * @param description what it is, for the reports
 * @param access where it listens, and the key
 * @param pid its process on this machine; empty when that is elsewhere or not known
 */
public record Endpoint(String description, ServerAccess access, OptionalLong pid) {}
