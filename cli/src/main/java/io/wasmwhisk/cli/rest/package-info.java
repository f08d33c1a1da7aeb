// SPDX-License-Identifier: Apache-2.0

/**
 * A client of OpenWhisk's REST API, version 1: where the server is and which key it wants, the name
 * of an action, the two calls that the subcommands make. Used by {@code deploy}, {@code invoke} and
 * {@code standalone}; it knows no picocli and no engine.
 */
@NullMarked
package io.wasmwhisk.cli.rest;

import org.jspecify.annotations.NullMarked;
