// SPDX-License-Identifier: Apache-2.0

/**
 * What compiled guest code reaches by itself: its memory ({@link
 * io.wasmwhisk.engine.endive.code.FlatMemory}) and the places where it can be stopped ({@link
 * io.wasmwhisk.engine.endive.code.Safepoint}). Public, since guests' classes are in loaders of
 * their own; knows neither how they are made nor what runs them.
 */
@NullMarked
package io.wasmwhisk.engine.endive.code;

import org.jspecify.annotations.NullMarked;
