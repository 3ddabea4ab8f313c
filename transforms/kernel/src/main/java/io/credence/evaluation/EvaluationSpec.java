package io.credence.evaluation;

import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.summary.SummarySpec;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How predictions are evaluated.
 *
 * @param predict how samples are drawn; at least 2
 * @param levels the probabilities of equal-tailed intervals whose coverage, width and score are
 *     looked at, each in (0, 1), ascending
 * @param hdiLevels those of highest-density intervals
 * @param exact whether PIT and log score come from the exact mixture where there is one; else, PIT
 *     from the ranks of samples, which is faster
 * @param exactCrps whether the CRPS of the exact mixture is reported beside that of samples, which
 *     takes far longer than all else
 * @param by the fields whose values make a segment, each combination one; none for no segments
 * @param labels the field that holds the label of each output of the model, in their order; none
 *     where labels come from elsewhere
 * @param served how the scores were computed that records bring along and that are recomputed, to
 *     be compared; null where they bring none
 */
public record EvaluationSpec(
    PredictSpec predict,
    List<Double> levels,
    List<Double> hdiLevels,
    boolean exact,
    boolean exactCrps,
    List<String> by,
    List<String> labels,
    @Nullable ScoreSpec served)
    implements Serializable {

  /** Intervals of 50, 80 and 95 %, an HDI of 95 %, the exact mixture, no segments. */
  public static final EvaluationSpec DEFAULT =
      new EvaluationSpec(
          PredictSpec.DEFAULT,
          List.of(0.5, 0.8, 0.95),
          List.of(0.95),
          true,
          false,
          List.of(),
          List.of(),
          null);

  public EvaluationSpec {
    levels = levels.stream().sorted().toList();
    hdiLevels = hdiLevels.stream().sorted().toList();
    by = List.copyOf(by);
    labels = List.copyOf(labels);
    if (predict.numSamples() < 2) {
      throw new IllegalArgumentException(
          "numSamples must be at least 2 to evaluate, but is " + predict.numSamples());
    }
    if (exactCrps && !exact) {
      throw new IllegalArgumentException(
          "The exact CRPS (--exactCrps) comes from the exact mixture, which --exact=false leaves"
              + " out");
    }
    summary(levels, hdiLevels);
  }

  /** The figures of samples that an evaluation needs. */
  public SummarySpec summary() {
    return summary(levels, hdiLevels);
  }

  private static SummarySpec summary(List<Double> levels, List<Double> hdiLevels) {
    return SummarySpec.defaults().withEti(array(levels)).withHdi(array(hdiLevels)).withBins(0);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The same with other samples. */
  public EvaluationSpec withPredict(PredictSpec other) {
    return new EvaluationSpec(other, levels, hdiLevels, exact, exactCrps, by, labels, served);
  }

  /** The same with other segments. */
  public EvaluationSpec withBy(List<String> fields) {
    return new EvaluationSpec(predict, levels, hdiLevels, exact, exactCrps, fields, labels, served);
  }

  /** The same with or without the exact mixture. */
  public EvaluationSpec withExact(boolean mixture) {
    return new EvaluationSpec(predict, levels, hdiLevels, mixture, exactCrps, by, labels, served);
  }

  /** The same with or without the CRPS of the exact mixture. */
  public EvaluationSpec withExactCrps(boolean reported) {
    return new EvaluationSpec(predict, levels, hdiLevels, exact, reported, by, labels, served);
  }

  /** The same with labels in these fields. */
  public EvaluationSpec withLabels(List<String> fields) {
    return new EvaluationSpec(predict, levels, hdiLevels, exact, exactCrps, by, fields, served);
  }

  /** The same with scores that records bring along, drawn as these say. */
  public EvaluationSpec withServed(ScoreSpec scores) {
    return new EvaluationSpec(
        scores.predict(), levels, hdiLevels, exact, exactCrps, by, labels, scores);
  }
}
