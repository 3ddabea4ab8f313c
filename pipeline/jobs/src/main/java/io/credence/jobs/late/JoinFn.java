package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import io.credence.beam.ScoringMetrics;
import io.credence.evaluation.Evaluation;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings predictions and labels of a key together, in whatever order they come, and says what that
 * adds to the figures.
 *
 * <p>Timers are of processing time: they wait for no other partition. Where a stream has an end,
 * one of event time ends all that waits, since a runner would not end before the others.
 */
final class JoinFn extends DoFn<KV<String, Arrival>, KV<Long, Evaluation>> {

  private static final long serialVersionUID = 1;

  @StateId("known")
  private final StateSpec<ValueState<Known>> known = StateSpecs.value(new KnownCoder());

  @TimerId("wait")
  private final TimerSpec wait = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("end")
  private final TimerSpec end = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  private final Evaluating evaluating;
  private final LateTerms terms;
  private final ScoringMetrics metrics;
  private transient @Nullable KeyFigures figures;
  private transient @Nullable Sums sums;

  JoinFn(Evaluating evaluating, LateTerms terms) {
    this.evaluating = evaluating;
    this.terms = terms;
    this.metrics = new ScoringMetrics(evaluating.model(), evaluating.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    figures =
        new KeyFigures(
            evaluating.open((prediction, field) -> prediction.values().get(field), metrics));
    sums = new Sums(terms.window());
  }

  @ProcessElement
  public void process(
      @Element KV<String, Arrival> arrival,
      @StateId("known") ValueState<Known> state,
      @TimerId("wait") Timer waiting,
      @TimerId("end") Timer ending)
      throws IOException {
    Known before = Objects.requireNonNullElse(state.read(), Known.NOTHING);
    Known after = figures().arrive(arrival.getKey(), before, arrival.getValue(), sums());
    state.write(after);
    if (before.equals(Known.NOTHING)) {
      ending.withNoOutputTimestamp().set(GlobalWindow.INSTANCE.maxTimestamp());
    }
    if (before.predictions().isEmpty()) {
      if (!after.predictions().isEmpty()) {
        start(waiting, terms.labelWait());
      } else if (before.labels().isEmpty()) {
        start(waiting, terms.predictionWait());
      }
    }
  }

  private static void start(Timer timer, java.time.Duration length) {
    timer.offset(Duration.millis(length.toMillis())).withNoOutputTimestamp().setRelative();
  }

  @OnTimer("wait")
  public void onWaited(@StateId("known") ValueState<Known> state, @TimerId("end") Timer ending) {
    ending.clear();
    expire(state);
  }

  @OnTimer("end")
  public void onEnd(@StateId("known") ValueState<Known> state, @TimerId("wait") Timer waiting) {
    waiting.clear();
    expire(state);
  }

  private void expire(ValueState<Known> state) {
    KeyFigures.expire(Objects.requireNonNullElse(state.read(), Known.NOTHING), sums());
    state.clear();
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    figures().flush();
    sums()
        .flush(
            (window, more) ->
                context.output(
                    KV.of(window, more), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
  }

  private KeyFigures figures() {
    return Objects.requireNonNull(figures, "@Setup was not called");
  }

  private Sums sums() {
    return Objects.requireNonNull(sums, "@Setup was not called");
  }
}
