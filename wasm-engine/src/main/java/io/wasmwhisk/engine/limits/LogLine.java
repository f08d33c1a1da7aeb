// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.time.Instant;

/**
 * One line that a guest wrote.
 *
 * @param time when the line was complete
 * @param stream where it was written
 * @param text the line without its line end; bytes that are not UTF-8 are replaced by U+FFFD
 */
public record LogLine(Instant time, StandardStream stream, String text) {}
