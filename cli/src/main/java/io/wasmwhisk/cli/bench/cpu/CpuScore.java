// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import java.util.Optional;

/**
 * What one contender did with one program.
 *
 * @param peer whether it is no engine of ours
 * @param description its version and how it was used
 * @param course empty when it cannot run it
 * @param failure why there is none
 */
record CpuScore(
    String contender,
    boolean peer,
    String description,
    Optional<Course> course,
    Optional<String> failure) {}
