package io.credence.aggregate;

import static io.credence.deadletter.DeadLetterCode.NOT_FINITE_PREDICTION;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.score.OutputReduction;
import io.credence.score.Scored;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summarizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reduces the sums of one group after another to figures, as those of a record are reduced.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
public final class GroupReduction {

  private static final double[] NO_CLASSES = {};
  private static final double[][] NO_SAMPLES = {};

  private final AggregateSpec spec;
  private final List<Output> outputs;
  private final int[] summed;
  private final OutputReduction reduction;

  private GroupReduction(Model model, AggregateSpec spec) {
    this.spec = spec;
    this.outputs = spec.outputs(model);
    List<String> names = model.outputs().stream().map(Output::name).toList();
    List<Integer> positions = spec.summed(model);
    this.summed =
        spec.statistics().stream()
            .mapToInt(each -> positions.indexOf(names.indexOf(each.output())))
            .toArray();
    this.reduction =
        OutputReduction.of(outputs, spec.score(), Summarizer.of(spec.score().summary()));
  }

  /**
   * A reduction of the sums that an {@link Aggregator} of the same model and specification makes.
   *
   * @throws IllegalArgumentException when the model lacks an output that is summed
   */
  public static GroupReduction of(Model model, AggregateSpec spec) {
    return new GroupReduction(model, spec);
  }

  /** Reduces the sums of a group, which keep their values. */
  public GroupTotal reduce(GroupKey key, GroupSums sums) {
    double weight = sums.weights().doubleValue();
    try {
      return new GroupTotal(
          key, sums.records(), sums.deadLetters(), weight, scored(sums, weight), null);
    } catch (UnscorableException e) {
      return new GroupTotal(key, sums.records(), sums.deadLetters(), weight, null, e.reason());
    }
  }

  private Scored scored(GroupSums sums, double weight) throws UnscorableException {
    if (sums.records() == 0) {
      throw none(
          sums.deadLetters() == 0
              ? "There are no records"
              : "None of the records could be scored; the dead letters say why");
    }
    OutputSummary[] summaries = new OutputSummary[outputs.size()];
    List<double[]> samples = new ArrayList<>();
    for (int i = 0; i < summaries.length; i++) {
      double[] values = values(i, sums, weight);
      summaries[i] = reduction.reduce(i, values, NO_CLASSES);
      samples.add(values);
    }
    return Scored.of(
        summaries,
        List.of(),
        spec.score().emitSamples() ? samples.toArray(double[][]::new) : NO_SAMPLES);
  }

  /** The samples of a statistic. */
  private double[] values(int statistic, GroupSums sums, double weight) throws UnscorableException {
    double[] values = new double[spec.score().predict().numSamples()];
    sums.samples(summed[statistic]).doubleValues(values);
    if (spec.statistics().get(statistic).form() == Statistic.Form.MEAN) {
      if (weight == 0) {
        throw none("The weights of all records are 0, so they have no mean");
      }
      Arrays.setAll(values, i -> values[i] / weight);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw none(
            "%s must be finite, but is %s in sample %s of %s"
                .formatted(outputs.get(statistic).name(), values[i], i, values.length));
      }
    }
    return values;
  }

  private static UnscorableException none(String reason) {
    return new UnscorableException(NOT_FINITE_PREDICTION, reason, null);
  }
}
