// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench rest}: hello over a server's REST API, beside OpenWhisk's own action
 * server for JavaScript. Called by the subcommand; it knows no command line, and how HTTP is spoken
 * over one connection.
 */
@NullMarked
package io.wasmwhisk.cli.bench.rest;

import org.jspecify.annotations.NullMarked;
