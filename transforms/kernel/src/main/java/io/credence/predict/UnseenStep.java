package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.expression.LetStep;
import io.credence.model.Inputs;
import io.credence.model.Noise;
import java.util.List;

/**
 * What is done for the unseen levels of a feature.
 *
 * @param feature its position in {@link Inputs}
 * @param lets the steps that the substitutes use, which are evaluated for every record because
 *     others may use them too
 * @param substitutes evaluated where the level is unseen
 */
record UnseenStep(int feature, List<LetStep> lets, List<Substitute> substitutes) {

  UnseenStep {
    lets = List.copyOf(lets);
    substitutes = List.copyOf(substitutes);
  }

  void run(Inputs inputs, Noise noise) throws UnscorableException {
    for (LetStep step : lets) {
      step.evaluate(inputs);
    }
    if (inputs.level(feature) == Inputs.UNSEEN) {
      for (Substitute substitute : substitutes) {
        substitute.run(inputs, noise);
      }
    }
  }
}
