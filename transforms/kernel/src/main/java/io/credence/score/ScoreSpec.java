package io.credence.score;

import io.credence.model.Output;
import io.credence.predict.PredictSpec;
import io.credence.summary.SummarySpec;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What scoring does with each record.
 *
 * @param predict how samples are drawn
 * @param summary what the samples of an output are reduced to; outputs of classes are reduced to
 *     the probabilities of their classes
 * @param byOutput what those of some outputs are reduced to instead, by the output's name
 * @param emitSamples whether the samples themselves are part of the result
 */
public record ScoreSpec(
    PredictSpec predict,
    SummarySpec summary,
    Map<String, SummarySpec> byOutput,
    boolean emitSamples)
    implements Serializable {

  /** 1,000 samples reduced to the median, a 95 % HDI and a histogram with 10 bins. */
  public static final ScoreSpec DEFAULT =
      new ScoreSpec(PredictSpec.DEFAULT, SummarySpec.defaults(), false);

  public ScoreSpec {
    byOutput = Map.copyOf(byOutput);
  }

  /** The same for all outputs. */
  public ScoreSpec(PredictSpec predict, SummarySpec summary, boolean emitSamples) {
    this(predict, summary, Map.of(), emitSamples);
  }

  /**
   * Checks that each summary of its own belongs to an output of numbers.
   *
   * @throws IllegalArgumentException when one does not
   */
  void requireOutputs(List<Output> outputs) {
    for (String name : byOutput.keySet()) {
      if (outputs.stream().noneMatch(each -> each.name().equals(name) && !each.hasClasses())) {
        throw new IllegalArgumentException(
            "There is a summary for '%s', which is no output of numbers; there are: %s"
                .formatted(name, outputs.stream().map(Output::name).toList()));
      }
    }
  }

  /** What the samples of an output are reduced to. */
  public SummarySpec summary(String output) {
    return byOutput.getOrDefault(output, summary);
  }
}
