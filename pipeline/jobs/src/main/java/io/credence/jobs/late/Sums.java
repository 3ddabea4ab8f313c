package io.credence.jobs.late;

import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Issue;
import io.credence.evaluation.RecordCount;
import io.credence.kafka.Message;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/**
 * What the elements of a bundle add to figures: to those since the start, and to those of the
 * window in which a prediction was made. Mutable; not thread-safe.
 */
final class Sums {

  /** In place of the beginning of a window: since the start. */
  static final long SINCE_START = Long.MIN_VALUE;

  private final long window;
  private final Map<Long, Evaluation> sums = new TreeMap<>();

  /**
   * @param window how long a window is; windows begin at its multiples since 1970-01-01T00:00:00Z
   */
  Sums(Duration window) {
    this.window = window.toMillis();
  }

  /**
   * Adds what is known of a prediction.
   *
   * @param time of its message, in milliseconds; one without, below 0, is in no window
   */
  void add(long time, Evaluation more) {
    add(more);
    if (time >= 0) {
      sum(time - time % window).add(more);
    }
  }

  /** Adds what belongs to no prediction. */
  void add(Evaluation more) {
    sum(SINCE_START).add(more);
  }

  void count(long time, RecordCount kind) {
    count(time, kind, 1);
  }

  /**
   * @param records less than 0 takes back what was counted
   */
  void count(long time, RecordCount kind, long records) {
    Evaluation some = Evaluation.revisable();
    some.count(kind, records);
    add(time, some);
  }

  void count(RecordCount kind) {
    sum(SINCE_START).count(kind, 1);
  }

  void issue(long time, Issue issue) {
    Evaluation one = Evaluation.revisable();
    one.issue(issue);
    add(time, one);
  }

  void issue(Issue issue) {
    sum(SINCE_START).issue(issue);
  }

  /**
   * Names what is counted by itself, among all since the start alone: a name is never taken back,
   * and its record may turn out to belong to another window.
   */
  void name(Issue issue) {
    sum(SINCE_START).keep(issue);
  }

  private Evaluation sum(long start) {
    return sums.computeIfAbsent(start, each -> Evaluation.revisable());
  }

  /** Hands on what there is beside arrivals, and begins anew. */
  void flush(DoFn<Message, KV<String, Arrival>>.FinishBundleContext context) {
    flush(
        (window, more) ->
            context.output(
                LateEvaluation.SUMS,
                KV.of(window, more),
                BoundedWindow.TIMESTAMP_MIN_VALUE,
                GlobalWindow.INSTANCE));
  }

  /** Hands on what there is, and begins anew. */
  void flush(BiConsumer<Long, Evaluation> out) {
    sums.forEach(out);
    sums.clear();
  }
}
