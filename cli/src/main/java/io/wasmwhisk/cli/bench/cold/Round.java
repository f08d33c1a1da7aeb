// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.process.Usage;

/**
 * Calls of as many new actions at once.
 *
 * @param activations in no order
 * @param usage from the first request to the last answer
 */
record Round(Activations activations, Usage usage) {}
