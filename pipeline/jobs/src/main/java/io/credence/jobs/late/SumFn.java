package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import io.credence.beam.EvaluationCoder;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.late.FiguresSink.FiguresWriter;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the figures of each window, and writes them when they have changed.
 *
 * <p>What comes is put beside what there is, and added up when it is written, or there are many: a
 * runner may be writing a checkpoint of what it keeps, which therefore never changes.
 */
final class SumFn extends DoFn<KV<Long, Evaluation>, Void> {

  private static final long serialVersionUID = 1;

  /** So many are added up before they are due, so that what is kept is bounded. */
  static final int MOST_PARTS = 64;

  @StateId("parts")
  private final StateSpec<BagState<Evaluation>> parts = StateSpecs.bag(EvaluationCoder.of());

  /** How many parts there are. */
  @StateId("many")
  private final StateSpec<ValueState<Integer>> many = StateSpecs.value(VarIntCoder.of());

  /** Whether there is something that was not written yet. */
  @StateId("due")
  private final StateSpec<ValueState<Boolean>> due = StateSpecs.value(BooleanCoder.of());

  /** How often the window was closed. */
  @StateId("closed")
  private final StateSpec<ValueState<Integer>> closed = StateSpecs.value(VarIntCoder.of());

  @TimerId("write")
  private final TimerSpec write = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("close")
  private final TimerSpec close = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("end")
  private final TimerSpec end = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  private final FiguresSink sink;
  private final Evaluating evaluating;
  private final LateTerms terms;
  private transient @Nullable FiguresWriter writer;

  SumFn(FiguresSink sink, Evaluating evaluating, LateTerms terms) {
    this.sink = sink;
    this.evaluating = evaluating;
    this.terms = terms;
  }

  @Setup
  public void setup() {
    writer = sink.open(evaluating, terms);
  }

  @ProcessElement
  public void process(
      @Element KV<Long, Evaluation> more,
      @StateId("parts") BagState<Evaluation> sums,
      @StateId("many") ValueState<Integer> many,
      @StateId("due") ValueState<Boolean> due,
      @TimerId("write") Timer writing,
      @TimerId("close") Timer closing,
      @TimerId("end") Timer ending) {
    sums.add(more.getValue());
    many.write(1 + number(many));
    if (number(many) >= MOST_PARTS) {
      addUp(sums, many);
    }
    if (due.read() == null) {
      due.write(true);
      start(writing, terms.pace());
      ending.withNoOutputTimestamp().set(GlobalWindow.INSTANCE.maxTimestamp());
    }
    if (more.getKey() != Sums.SINCE_START) {
      start(closing, terms.kept());
    }
  }

  private static void start(Timer timer, java.time.Duration length) {
    timer.offset(Duration.millis(length.toMillis())).withNoOutputTimestamp().setRelative();
  }

  @OnTimer("write")
  public void onWrite(
      @Key Long start,
      @StateId("parts") BagState<Evaluation> sums,
      @StateId("many") ValueState<Integer> many,
      @StateId("due") ValueState<Boolean> due,
      @StateId("closed") ValueState<Integer> times)
      throws IOException {
    writer().write(new Figures(start, 1 + number(times), addUp(sums, many)));
    due.clear();
  }

  /** Leaves one part. */
  private static Evaluation addUp(BagState<Evaluation> sums, ValueState<Integer> many) {
    Evaluation sum = Evaluation.revisable();
    sums.read().forEach(sum::add);
    sums.clear();
    sums.add(sum);
    many.write(1);
    return sum;
  }

  /** What comes later is in a part of its own. */
  @OnTimer("close")
  public void onClose(
      @Key Long start,
      @StateId("parts") BagState<Evaluation> sums,
      @StateId("many") ValueState<Integer> many,
      @StateId("due") ValueState<Boolean> due,
      @StateId("closed") ValueState<Integer> times,
      @TimerId("write") Timer writing,
      @TimerId("end") Timer ending)
      throws IOException {
    writing.clear();
    ending.clear();
    onWrite(start, sums, many, due, times);
    sums.clear();
    many.clear();
    times.write(1 + number(times));
  }

  @OnTimer("end")
  public void onEnd(
      @Key Long start,
      @StateId("parts") BagState<Evaluation> sums,
      @StateId("many") ValueState<Integer> many,
      @StateId("due") ValueState<Boolean> due,
      @StateId("closed") ValueState<Integer> times,
      @TimerId("write") Timer writing,
      @TimerId("close") Timer closing)
      throws IOException {
    writing.clear();
    closing.clear();
    onWrite(start, sums, many, due, times);
  }

  private static int number(ValueState<Integer> state) {
    return Objects.requireNonNullElse(state.read(), 0);
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    writer().flush();
  }

  @Teardown
  public void teardown() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private FiguresWriter writer() {
    return Objects.requireNonNull(writer, "@Setup was not called");
  }
}
