// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.limits.CpuClock;
import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.Watchdog;
import io.wasmwhisk.engine.schedule.Turns;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all guests of a {@link GuestRunner} share.
 *
 * @param threads where they run
 * @param watchdog their deadlines
 * @param turns when they run
 * @param answers where callers are answered whose guests do not leave
 * @param cpuClock what their threads use
 * @param lingering how many of them have not left although their callers were answered
 */
record Host(
    GuestThreads threads,
    Watchdog watchdog,
    Turns turns,
    ExecutorService answers,
    CpuClock cpuClock,
    AtomicInteger lingering) {}
