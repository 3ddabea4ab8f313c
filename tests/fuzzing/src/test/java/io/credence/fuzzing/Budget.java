package io.credence.fuzzing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Requires that bytes cost no more than their size allows: time of a processor, and memory. */
final class Budget {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Of a processor; generous, as code that is instrumented or not yet compiled is slow. */
  private static final long NANOS = 5_000_000_000L;

  private static final long BYTES = 256L << 20;
  private static final long BYTES_OF_BYTE = 4 << 10;

  private Budget() {}

  /** Lets bytes in, and says what came of them. */
  static String spend(Door door, byte[] bytes) throws Exception {
    Spent spent = enter(door, bytes);
    if (spent.isTooMuch(bytes)) {
      // Again: at first, classes are loaded.
      spent = enter(door, bytes);
      if (spent.isTooMuch(bytes)) {
        throw new AssertionError(spent.toString());
      }
    }
    return spent.outcome;
  }

  private static Spent enter(Door door, byte[] bytes) throws Exception {
    long time = THREADS.getCurrentThreadCpuTime();
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    String outcome = door.enter(bytes);
    return new Spent(
        outcome,
        THREADS.getCurrentThreadCpuTime() - time,
        THREADS.getCurrentThreadAllocatedBytes() - memory);
  }

  private record Spent(String outcome, long nanos, long memory) {

    boolean isTooMuch(byte[] bytes) {
      return nanos > NANOS || memory > BYTES + BYTES_OF_BYTE * bytes.length;
    }
  }
}
