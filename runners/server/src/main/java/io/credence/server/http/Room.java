package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all requests at work may hold together. A request is weighed by what it asks for,
 * before that is made: its body, what is read of it, the samples that are drawn at a time, and the
 * answer. Thread-safe.
 */
public final class Room {

  private final long bytes;
  private final AtomicLong taken = new AtomicLong();

  public Room(long bytes) {
    this.bytes = bytes;
  }

  /** What a request holds of it, which is nothing yet. */
  Share share() {
    return new Share();
  }

  /** Of how many bytes it is. */
  public long bytes() {
    return bytes;
  }

  /** How many bytes are taken. */
  public long taken() {
    return taken.get();
  }

  /** Takes more, unless there is too little; what is refused is never counted, not for a moment. */
  private boolean fits(long more) {
    long before = taken.get();
    while (before + more <= bytes) {
      if (taken.compareAndSet(before, before + more)) {
        return true;
      }
      before = taken.get();
    }
    return false;
  }

  /** What one request holds. */
  public final class Share {

    private final AtomicLong held = new AtomicLong();

    private Share() {}

    /**
     * Takes more of the room.
     *
     * @throws Refusal when the others leave too little of it, or this one alone wants more
     */
    public void take(long more) throws Refusal {
      long all = held.get() + more;
      if (all > bytes) {
        throw Refusal.of(
            Code.REQUEST_TOO_LARGE,
            "The request would hold %s bytes or more, and all of them together may hold %s; ask for fewer records, samples or bins, or raise --maxMemoryBytes"
                .formatted(all, bytes));
      }
      if (!fits(more)) {
        throw Refusal.of(
            Code.NO_ROOM,
            "All requests at work hold as many bytes as they may, %s; ask again later, for fewer records, samples or bins, or raise --maxMemoryBytes"
                .formatted(bytes));
      }
      held.addAndGet(more);
    }

    /** Gives all of it back. */
    void leave() {
      taken.addAndGet(-held.getAndSet(0));
    }
  }
}
