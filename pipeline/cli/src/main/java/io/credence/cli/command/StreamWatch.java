package io.credence.cli.command;

import io.credence.jobs.runner.RunningJob;
import java.time.Duration;
import java.util.SortedMap;
import org.apache.beam.sdk.PipelineResult.State;

/** Waits for the end of a stream, which may never come. */
final class StreamWatch {

  private static final Duration LOOK = Duration.ofSeconds(2);

  private StreamWatch() {}

  /** Reports each restart: it is why messages don't come. */
  static State await(RunningJob running, Console console) {
    long reported = 0;
    while (true) {
      State state = running.await(LOOK);
      if (state != null) {
        return state;
      }
      SortedMap<Long, String> failures = running.failures().tailMap(reported + 1);
      failures.values().forEach(why -> console.err().println("The job was restarted: " + why));
      reported = failures.isEmpty() ? reported : failures.lastKey();
    }
  }
}
