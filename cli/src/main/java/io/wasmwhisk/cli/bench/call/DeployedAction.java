// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.rest.ActionName;

/**
 * An action that the server has.
 *
 * @param workload what a call of it is, and what it must answer
 */
public record DeployedAction(ActionName name, Workload workload) {}
