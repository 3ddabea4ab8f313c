package io.credence.rollout;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scores beside a champion, whose scores serve. Whatever happens to it, the champion goes on: it is
 * loaded when the first record comes, what it throws is counted, and a record is left out when it
 * has used its time up.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
public final class Challenger {

  /** It threw what no record is to blame for, or can't be loaded here. */
  public static final String FAILED = "FAILED";

  /** The record was left out, since it took longer than its budget for those before. */
  public static final String OVER_BUDGET = "OVER_BUDGET";

  private final LateScorer scorer;
  private final TimeBudget budget;

  /**
   * A challenger.
   *
   * @param model loads it; after a failure it is asked again, after a minute at the earliest
   * @param spec as the champion's, with the champion's noise id
   * @param budget how long it may take for a record, on average
   * @param nanos a clock, such as {@link System#nanoTime}
   * @param unloadable accepts why it can't be loaded, the first time
   */
  public Challenger(
      Supplier<Model> model,
      ScoreSpec spec,
      Duration budget,
      LongSupplier nanos,
      Consumer<Throwable> unloadable) {
    this.scorer = new LateScorer(model, spec, nanos, unloadable);
    this.budget = new TimeBudget(budget, nanos);
  }

  /** Scores the record that the champion has just scored. */
  @FunctionalInterface
  public interface Trial {
    Scored score(Scorer challenger) throws Exception;
  }

  /**
   * What became of a record.
   *
   * @param compared what both models say; null when the challenger has no score
   * @param failure why it has none: a dead letter's code, {@link #FAILED} or {@link #OVER_BUDGET};
   *     empty when it has
   */
  public record Result(@Nullable Compared compared, String failure) {}

  /**
   * Tries the record that the champion scored last.
   *
   * @param champion holds the samples of it
   * @param served the score of it
   */
  public Result compare(Scorer champion, Scored served, Trial trial) {
    boolean granted = budget.grant();
    if (scorer.isPausing()) {
      return new Result(null, FAILED);
    }
    if (!granted) {
      return new Result(null, OVER_BUDGET);
    }
    long begun = budget.begin();
    try {
      Scorer ready = scorer.get();
      if (ready == null) {
        return new Result(null, FAILED);
      }
      Scored other = trial.score(ready);
      return new Result(new Compared(served, other, distances(champion, served, ready, other)), "");
    } catch (UnscorableException e) {
      return new Result(null, e.code().name());
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // The job is being stopped.
      }
      return new Result(null, FAILED); // Scored by itself, it fails its job and says with what.
    } finally {
      budget.end(begun);
    }
  }

  private double[] distances(Scorer champion, Scored served, Scorer challenger, Scored other) {
    List<Output> outputs = scorer.outputs();
    double[] distances = new double[outputs.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] =
          outputs.get(i).hasClasses()
              ? Distance.totalVariation(
                  served.classes(i).probabilities(), other.classes(i).probabilities())
              : Distance.wasserstein(
                  champion.sorted(i), challenger.sorted(i), (int) served.numSamples());
    }
    return distances;
  }
}
