// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;

/**
 * What an action's code holds.
 *
 * @param module the bytes of the module that runs
 * @param files everything else of its zip
 */
public record ActionPackage(byte[] module, ArchivedFiles files) {}
