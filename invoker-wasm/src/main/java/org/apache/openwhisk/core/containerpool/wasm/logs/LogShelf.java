// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.logs;

import io.wasmwhisk.engine.limits.LogLine;
import io.wasmwhisk.engine.limits.StandardStream;
import io.wasmwhisk.invoker.ActivationLogs;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.common.TransactionMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Logs of all containers between the end of a run and their collection. OpenWhisk passes the same
 * {@code TransactionMetadata} object to both, also when runs are concurrent: so they are found by
 * its identity, and go with it.
 *
 * <p>OpenWhisk collects within milliseconds, but never where an action's log limit is 0. What is
 * kept is therefore bounded: the oldest lines go first, and whoever asks for them all the same is
 * told that there were some.
 */
public final class LogShelf {
  /** Heap for it: in 512 MB as much as three activations may log by default. */
  private static final int PART_OF_HEAP = 16;

  private static final String LOST =
      "The %d log lines of this activation were dropped before OpenWhisk collected them: those of all activations take more than %d bytes (a 16th of the invoker's heap).";

  /** An entry without lines: the map's node, the key, the record, the list. */
  static final long ENTRY_BYTES = 256;

  /** A line without its text: the list's slot, the record, the time, the string, its array. */
  static final long LINE_BYTES = 112;

  /** Of a character, unless all of a line are Latin. */
  private static final int CHARACTER_BYTES = 2;

  private final long mostBytes;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final ReferenceQueue<TransactionMetadata> forgotten = new ReferenceQueue<>();
  private long bytes;

  /**
   * @param mostBytes heap that the lines may take together
   */
  LogShelf(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** One that takes at most a 16th of this JVM's heap. */
  public static LogShelf ofThisHeap() {
    return new LogShelf(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
  }

  /** Keeps an activation's logs, in place of what there was of it. */
  public synchronized void put(TransactionMetadata tid, ActivationLogs logs) {
    dropForgotten();
    Key key = new Key(tid, forgotten);
    remove(key);
    add(key, logs);
    makeRoom();
  }

  /** The logs of an activation, once; none when there are none. */
  public synchronized ActivationLogs take(TransactionMetadata tid) {
    dropForgotten();
    Entry taken = remove(new Key(tid, null));
    return taken == null ? ActivationLogs.NONE : taken.logs();
  }

  /** Heap that the lines take now. */
  synchronized long bytes() {
    dropForgotten();
    return bytes;
  }

  private void add(Key key, ActivationLogs logs) {
    Entry entry = new Entry(logs, false);
    entries.put(key, entry);
    bytes += entry.bytes();
  }

  private @Nullable Entry remove(Key key) {
    Entry entry = entries.remove(key);
    if (entry != null) {
      bytes -= entry.bytes();
    }
    return entry;
  }

  /** First the lines of the oldest go, then the one that says so. */
  private void makeRoom() {
    if (bytes > mostBytes) {
      entries.entrySet().forEach(this::loseLines);
    }
    for (Iterator<Entry> oldest = entries.values().iterator();
        bytes > mostBytes && oldest.hasNext(); ) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  private void loseLines(Map.Entry<Key, Entry> oldest) {
    Entry entry = oldest.getValue();
    if (bytes > mostBytes && !entry.lost() && !entry.logs().lines().isEmpty()) {
      Entry lost = new Entry(lost(entry.logs().lines()), true);
      if (lost.bytes() < entry.bytes()) {
        oldest.setValue(lost);
        bytes += lost.bytes() - entry.bytes();
      }
    }
  }

  private ActivationLogs lost(List<LogLine> lines) {
    String text = LOST.formatted(lines.size(), mostBytes);
    return new ActivationLogs(
        List.of(new LogLine(lines.get(0).time(), StandardStream.STDERR, text)), false);
  }

  private void dropForgotten() {
    for (Reference<?> key = forgotten.poll(); key != null; key = forgotten.poll()) {
      if (key instanceof Key gone) {
        remove(gone);
      }
    }
  }

  private record Entry(ActivationLogs logs, boolean lost, long bytes) {
    Entry(ActivationLogs logs, boolean lost) {
      this(logs, lost, ENTRY_BYTES + logs.lines().stream().mapToLong(Entry::bytes).sum());
    }

    private static long bytes(LogLine line) {
      return LINE_BYTES + (long) CHARACTER_BYTES * line.text().length();
    }
  }

  /** Two equal transactions are two. */
  private static final class Key extends WeakReference<TransactionMetadata> {
    private final int hash;

    Key(TransactionMetadata tid, @Nullable ReferenceQueue<TransactionMetadata> queue) {
      super(tid, queue);
      hash = System.identityHashCode(tid);
    }

    @Override
    public boolean equals(@Nullable Object that) {
      if (this == that) {
        return true;
      }
      TransactionMetadata own = get();
      return own != null && that instanceof Key key && key.refersTo(own);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
