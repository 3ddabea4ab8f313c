package io.credence.score;

import io.credence.predict.PredictSpec;
import io.credence.summary.SummarySpec;
import java.io.Serializable;

/**
 * What scoring does with each record.
 *
 * @param predict how samples are drawn
 * @param summary what they are reduced to
 * @param emitSamples whether the samples themselves are part of the result
 */
public record ScoreSpec(PredictSpec predict, SummarySpec summary, boolean emitSamples)
    implements Serializable {

  /** 1,000 samples reduced to the median, a 95 % HDI and a histogram with 10 bins. */
  public static final ScoreSpec DEFAULT =
      new ScoreSpec(PredictSpec.DEFAULT, SummarySpec.defaults(), false);
}
