// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

import java.util.OptionalLong;

/**
 * New time stamps for a file.
 *
 * @param accessed last read, nanoseconds since 1970; empty leaves it as it is
 * @param modified last change, nanoseconds since 1970; empty leaves it as it is
 */
public record Times(OptionalLong accessed, OptionalLong modified) {}
