package io.credence.server.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads what is left of a body and forgets it, up to limits of bytes and of time: who still sends
 * when a connection is closed may not see the answer.
 */
final class Drain implements Runnable {

  /** Who sends a byte now and then would otherwise keep a request at work for ever. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final long begin = System.nanoTime();
  private final Request request;
  private final Runnable after;
  private long left;

  /**
   * @param most how many bytes are read
   * @param after what is done then, however it ended
   */
  Drain(Request request, long most, Runnable after) {
    this.request = request;
    this.left = most;
    this.after = after;
  }

  /** Reads what has arrived, and comes back when more has. */
  @Override
  public void run() {
    while (left >= 0 && System.nanoTime() - begin < LONGEST_NANOS) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        break;
      }
      left -= chunk.remaining();
      chunk.release();
      if (chunk.isLast()) {
        break;
      }
    }
    after.run();
  }
}
