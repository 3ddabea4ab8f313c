package io.credence.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

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
    Path folder = Files.createTempDirectory("credence-streaming-");
    add(() -> remove(folder));
    return folder;
  }

  private static void remove(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> paths = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println(folder + " could not be removed: " + e);
    }
  }
}
