// SPDX-License-Identifier: Apache-2.0
/**
 * The answers of standalone beside those that a real OpenWhisk 2.0.0 was recorded to give, over a
 * container factory that mirrors what it gets.
 */
@NullMarked
package io.wasmwhisk.tests.rest;

import org.jspecify.annotations.NullMarked;
