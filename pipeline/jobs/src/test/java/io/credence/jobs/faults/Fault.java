package io.credence.jobs.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;

/** What can happen at a call, as the JDK says it. */
public enum Fault {
  INPUT_OUTPUT("Input/output error"),
  TOO_MANY_FILES("Too many open files"),
  NO_SPACE("No space left on device"),
  DENIED("Permission denied"),
  /** The process ends before the call. */
  KILL("killed"),
  /** The process ends after the call was done, and before it returns. */
  KILL_AFTER("killed"),
  /** The machine ends, and with it what was written and not forced to disk. */
  POWER("power lost"),
  /** The process ends in the midst of a write, half of which is done. */
  TORN("killed"),
  /** Half is read or written, as a channel may, and nothing is wrong. */
  HALF("");

  private static final Set<String> LOOKS =
      Set.of("read", "stat", "list", "entry", "size", "access");

  private final String reason;

  Fault(String reason) {
    this.reason = reason;
  }

  public boolean isEnd() {
    return this == KILL || this == KILL_AFTER || this == POWER || this == TORN;
  }

  /**
   * Whether something can come of it at a call that does not come of it at another one. An end
   * leaves what is on disk, so of the ends between two changes there is one.
   *
   * @param calls as {@link Faults#calls} names them
   * @param at which of them, from 1
   */
  public boolean concerns(List<String> calls, int at) {
    String call = calls.get(at - 1);
    boolean writes = call.startsWith("write ");
    return switch (this) {
      case TORN -> writes;
      case HALF -> writes || call.startsWith("read ");
      case KILL_AFTER -> changes(call);
      case KILL, POWER -> at == 1 || changes(calls.get(at - 2));
      default -> true;
    };
  }

  private static boolean changes(String call) {
    return !LOOKS.contains(call.substring(0, call.indexOf(' ')));
  }

  /** What a call throws at this. */
  IOException failure(String file) {
    return this == DENIED
        ? new AccessDeniedException(file)
        : new FileSystemException(file, null, reason);
  }

  /** No code goes on after it, and none that runs all the same can touch a file. */
  public static final class End extends Error {

    private static final long serialVersionUID = 1;

    End() {
      super("the process has ended");
    }
  }
}
