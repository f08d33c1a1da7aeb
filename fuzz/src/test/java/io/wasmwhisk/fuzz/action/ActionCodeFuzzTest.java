// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file is a package or a BadActionException, and takes heap in proportion to the limit; the
 * names of a package are single names, and its files together are within the limit.
 */
class ActionCodeFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long MOST_BYTES = 200_000;
  private static final long HEAP = 4 << 20;
  private static final long HEAP_PER_BYTE = 2_000;

  static Stream<byte[]> seeds() {
    return Zips.all();
  }

  @MethodSource("seeds")
  @FuzzTest
  void aPackageOrARefusal(byte[] file) throws FileException {
    // Classes that this file is the first to need are loaded, and instrumented, on this thread.
    open(file);
    long heap = THREADS.getCurrentThreadAllocatedBytes();
    open(file);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - heap)
        .as("heap for %d bytes", file.length)
        .isLessThan(HEAP + 4 * MOST_BYTES + HEAP_PER_BYTE * file.length);
  }

  private static void open(byte[] file) throws FileException {
    try {
      ActionPackage content = new ActionCode(MOST_BYTES).open(file, ActionCode.DEFAULT_MAIN);
      long size = size(content.files().root().enter());
      if (content.language() == ActionPackage.Language.JAVASCRIPT) {
        assertThat(size).isLessThanOrEqualTo(MOST_BYTES + ActionCode.DEFAULT_MAIN.length());
      } else if (content.module() != file) {
        assertThat(content.module().length + size).isLessThanOrEqualTo(MOST_BYTES);
      }
    } catch (BadActionException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static long size(OpenDirectory opened) throws FileException {
    try (OpenDirectory directory = opened) {
      long size = 0;
      for (String name : directory.names()) {
        assertThat(name).isNotEmpty().isNotIn(".", "..").doesNotContain("/", "\0");
        Attributes attributes = directory.lookup(name);
        size +=
            attributes.type() == NodeType.DIRECTORY
                ? size(directory.directory(name))
                : attributes.size();
      }
      return size;
    }
  }
}
