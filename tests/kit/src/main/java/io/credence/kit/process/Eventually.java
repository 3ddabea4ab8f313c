package io.credence.kit.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what other processes do, for a while only, and tells what they said if it was in vain.
 */
public final class Eventually {

  private static final int LINES = 30;
  private static final long PAUSE_MILLIS = 50;

  /** May fail with an IOException as long as the other side is not ready to answer. */
  public interface Condition {
    boolean holds() throws IOException;
  }

  /** The same with something to be had: empty until it is there. */
  public interface Source<T> {
    Optional<T> get() throws IOException;
  }

  private Eventually() {}

  public static void await(
      String what, Duration patience, Collection<ManagedProcess> processes, Condition condition) {
    get(what, patience, processes, () -> condition.holds() ? Optional.of(true) : Optional.empty());
  }

  public static <T> T get(
      String what, Duration patience, Collection<ManagedProcess> processes, Source<T> source) {
    long deadline = System.nanoTime() + patience.toNanos();
    @Nullable IOException last = null;
    do {
      try {
        Optional<T> result = source.get();
        if (result.isPresent()) {
          return result.get();
        }
        last = null;
      } catch (IOException e) {
        last = e;
      }
      pause(what);
    } while (System.nanoTime() < deadline);
    throw new KitFailure(
        report("Not within %s s: %s".formatted(patience.toSeconds(), what), processes), last);
  }

  private static void pause(String what) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KitFailure("Interrupted while waiting: " + what, e);
    }
  }

  /** A message with the last that each process said. */
  public static String report(String message, Collection<ManagedProcess> processes) {
    StringBuilder report = new StringBuilder(message);
    for (ManagedProcess process : processes) {
      report.append("\n--- ").append(process).append('\n').append(process.tail(LINES));
    }
    return report.toString();
  }

  /** Waits until these processes have ended, whoever is their parent by now. */
  public static void awaitEnd(List<ProcessHandle> processes, Duration patience) {
    for (ProcessHandle process : processes) {
      await(
          "the end of process " + process.pid(),
          patience,
          List.of(),
          // Of an orphan that has ended but whose new parent has not looked, only the id is left.
          () -> !process.isAlive() || process.info().command().isEmpty());
    }
  }
}
