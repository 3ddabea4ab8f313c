package io.credence.jobs.faults;

import io.credence.jobs.faults.Fault.End;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of the file system beneath a folder, and lets the n-th of them fail.
 *
 * <p>One at a time: it is the file system of the whole process.
 */
public final class Faults {

  private static @Nullable Faults current;

  private final Path folder;
  private final @Nullable Fault fault;
  private final int at;
  private final boolean stays;
  private final Unforced unforced = new Unforced();
  private final List<String> calls = new ArrayList<>();
  private boolean ended;

  private Faults(Path folder, @Nullable Fault fault, int at, boolean stays) {
    this.folder = folder;
    this.fault = fault;
    this.at = at;
    this.stays = stays;
  }

  /** What is run with faults. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** The calls that some work makes beneath a folder when nothing fails, in their order. */
  public static List<String> calls(Path folder, Work work) throws Exception {
    Faults counting = new Faults(folder, null, 0, false);
    counting.run(work);
    return counting.calls;
  }

  /**
   * Runs work of which a call fails.
   *
   * @param at which call, from 1
   * @param stays whether all calls after it fail as well
   * @return what the work failed with; null when it went well all the same
   */
  public static @Nullable Throwable at(int at, Fault fault, boolean stays, Path folder, Work work) {
    Faults faults = new Faults(folder, fault, at, stays);
    try {
      faults.run(work);
      return null;
    } catch (Exception | End e) {
      return e;
    } finally {
      if (fault == Fault.POWER && faults.ended) {
        faults.unforced.drop();
      }
    }
  }

  private void run(Work work) throws Exception {
    synchronized (Faults.class) {
      if (!(FileSystems.getDefault().provider() instanceof FaultyProvider)) {
        throw new IllegalStateException("this JVM was not started with the file system that fails");
      }
      current = this;
    }
    try {
      work.run();
    } finally {
      synchronized (Faults.class) {
        current = null;
      }
    }
  }

  /** A call of a real file system. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws IOException;
  }

  /** Makes a call, should it not be its turn to fail. */
  static <T> T call(String name, Path file, Call<T> call) throws IOException {
    return call(name, file, call, call);
  }

  /**
   * Makes a call, should it not be its turn to fail.
   *
   * @param half the same call when no more than half is done
   */
  static <T> T call(String name, Path file, Call<T> call, Call<T> half) throws IOException {
    Faults faults = watching(file);
    if (faults == null || !faults.isDue(name, file)) {
      return call.make();
    }
    if (faults.fault == Fault.HALF) {
      return half.make();
    }
    if (faults.fault == Fault.KILL_AFTER && !faults.ended) {
      call.make();
    }
    if (faults.fault == Fault.TORN && !faults.ended) {
      half.make();
    }
    throw faults.fail(file);
  }

  private static synchronized @Nullable Faults watching(Path file) {
    return current != null && file.startsWith(current.folder) ? current : null;
  }

  /** What is written and not forced yet; for nothing when the file is not watched. */
  static Unforced unforced(Path file) {
    Faults faults = watching(file);
    return faults == null ? new Unforced() : faults.unforced;
  }

  private synchronized boolean isDue(String name, Path file) {
    calls.add(name + " " + folder.relativize(file));
    return ended || calls.size() == at || (stays && at > 0 && calls.size() > at);
  }

  private synchronized IOException fail(Path file) {
    Fault due = fault;
    if (due == null) {
      throw new IllegalStateException("nothing is to fail");
    }
    if (due.isEnd()) {
      ended = true;
      throw new End();
    }
    return due.failure(file.toString());
  }
}
