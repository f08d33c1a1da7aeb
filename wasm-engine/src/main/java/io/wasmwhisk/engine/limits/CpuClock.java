// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What threads use of the processors. */
@FunctionalInterface
public interface CpuClock {

  /** Nanoseconds of processor time that a live thread has used; negative when that is unknown. */
  long nanos(Thread thread);

  /** The JVM's own; asking for the calling thread takes a third of a microsecond. */
  static CpuClock system() {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    return thread ->
        thread == Thread.currentThread()
            ? bean.getCurrentThreadCpuTime()
            : bean.getThreadCpuTime(thread.threadId());
  }
}
