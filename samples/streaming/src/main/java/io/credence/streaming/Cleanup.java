package io.credence.streaming;

import io.credence.kit.process.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be stopped and removed in the end, the last first, however this program ends: by
 * itself, by a failure, or by Ctrl-C.
 */
final class Cleanup {

  /** May not fail: others wait for their turn. */
  interface Step {
    void run();
  }

  private final Deque<Step> steps = new ArrayDeque<>();
  private volatile boolean over;

  Cleanup() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "cleanup"));
  }

  /** At once, when the end has begun already. */
  synchronized void add(Step step) {
    if (over) {
      step.run();
    } else {
      steps.push(step);
    }
  }

  /** Whether it has begun: what fails from now on, fails for this reason. */
  boolean isUnderWay() {
    return over;
  }

  private synchronized void run() {
    over = true;
    steps.forEach(Step::run);
  }

  /** A folder that is removed with all that is in it. */
  Path temporaryFolder() throws IOException {
    ScratchFolder folder = ScratchFolder.create();
    add(() -> remove(folder));
    return folder.path();
  }

  private static void remove(ScratchFolder folder) {
    try {
      folder.close();
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage() + ": " + e.getCause());
    }
  }
}
