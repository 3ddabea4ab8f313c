package io.credence.fuzzing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requires that bytes cost no more than their size allows: time of a processor, and memory. */
final class Budget {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Of a processor; generous, as code that is instrumented or not yet compiled is slow. */
  private static final long NANOS = 5_000_000_000L;

  private static final long BYTES = 256L << 20;
  private static final long BYTES_OF_BYTE = 4 << 10;

  private Budget() {}

  static void spend(Door door, byte[] bytes) throws Exception {
    if (excess(door, bytes) != null) {
      // Again: at first, classes are loaded.
      String excess = excess(door, bytes);
      if (excess != null) {
        throw new AssertionError(excess);
      }
    }
  }

  private static @Nullable String excess(Door door, byte[] bytes) throws Exception {
    long time = THREADS.getCurrentThreadCpuTime();
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    door.enter(bytes);
    time = THREADS.getCurrentThreadCpuTime() - time;
    memory = THREADS.getCurrentThreadAllocatedBytes() - memory;
    return time <= NANOS && memory <= BYTES + BYTES_OF_BYTE * bytes.length
        ? null
        : String.format(Locale.ROOT, "took %,d ns and %,d bytes of memory", time, memory);
  }
}
