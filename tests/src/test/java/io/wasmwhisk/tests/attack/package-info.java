// SPDX-License-Identifier: Apache-2.0

/** The sandbox, attacked from outside: {@code wasmwhisk bench attack} as users start it. */
@NullMarked
package io.wasmwhisk.tests.attack;

import org.jspecify.annotations.NullMarked;
