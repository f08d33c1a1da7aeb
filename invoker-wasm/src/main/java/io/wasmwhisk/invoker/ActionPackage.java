// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.invoker.capability.Manifest;
import java.util.Optional;

/**
 * What an action's code holds.
 *
 * @param module the bytes of the module that runs
 * @param files everything else of its zip
 * @param manifest what it asks for; empty when the zip has no manifest
 */
public record ActionPackage(byte[] module, ArchivedFiles files, Optional<Manifest> manifest) {}
