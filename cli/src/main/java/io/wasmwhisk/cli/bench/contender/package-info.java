// SPDX-License-Identifier: Apache-2.0

/**
 * Who runs the same work in the same run, so that a figure has one beside it: what they are asked,
 * what they answer, and how calls in this process are timed. Each checks every output. Used by the
 * rooms of ours and of peers below, and by {@code bench guests}; it knows no runtime.
 */
@NullMarked
package io.wasmwhisk.cli.bench.contender;

import org.jspecify.annotations.NullMarked;
