// SPDX-License-Identifier: Apache-2.0
/**
 * What an action may use: the limits it has, those a client asks for, and the system's ranges that
 * decide. Used by the entities, the settings and the pool; knows only JSON.
 */
@NullMarked
package io.wasmwhisk.standalone.limits;

import org.jspecify.annotations.NullMarked;
