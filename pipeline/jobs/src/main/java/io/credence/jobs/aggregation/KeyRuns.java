package io.credence.jobs.aggregation;

import java.io.IOException;
import java.util.List;

/** Keys of records, as entries of runs. */
final class KeyRuns {

  private KeyRuns() {}

  /** Takes a key. */
  @FunctionalInterface
  interface Taker {
    void take(KeyPlace place) throws IOException;
  }

  /** Writes a run. */
  static void write(List<KeyPlace> places, RunsWriter to) throws IOException {
    for (KeyPlace each : places.stream().sorted().toList()) {
      each.writeTo(to.out());
    }
    to.end(Run.Kind.KEYS);
  }

  /** Merges runs, and hands over one key after another, in their order. */
  static void merge(List<Run> runs, Taker taker) throws IOException {
    try (MergedRuns<KeyPlace> merged = MergedRuns.open(runs, KeyPlace::readFrom)) {
      for (KeyPlace place = merged.next(); place != null; place = merged.next()) {
        taker.take(place);
      }
    }
  }
}
