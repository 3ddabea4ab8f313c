package io.credence.messages.avro;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Time that goes by. */
interface Timer {

  /** That of this machine. */
  Timer SYSTEM =
      new Timer() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void await(long nanos) throws InterruptedIOException {
          try {
            TimeUnit.NANOSECONDS.sleep(nanos);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting to ask the registry");
          }
        }
      };

  /** Nanoseconds since some moment. */
  long nanoTime();

  /** Waits for so long; not at all when it is 0 or less. */
  void await(long nanos) throws InterruptedIOException;
}
