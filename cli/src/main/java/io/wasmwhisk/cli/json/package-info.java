// SPDX-License-Identifier: Apache-2.0

/**
 * JSON as text: members are found, laid out and joined without changing a digit of what the user or
 * an action wrote. Used by the subcommands and by the REST client; it knows neither.
 */
@NullMarked
package io.wasmwhisk.cli.json;

import org.jspecify.annotations.NullMarked;
