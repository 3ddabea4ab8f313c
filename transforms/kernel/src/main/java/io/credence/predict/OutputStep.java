package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.model.Inputs;
import io.credence.model.Output;
import io.credence.model.Predictive;
import java.util.Arrays;

/**
 * One output of a compiled model.
 *
 * @param output its name and kind
 * @param prediction what yields its samples
 * @param column where the expressions of later outputs find them; of length 0 when none looks
 */
@SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
record OutputStep(Output output, Prediction prediction, double[] column) {

  /** Draws the samples of a record, after all steps and the outputs before this one. */
  void run(Inputs inputs, Variates variates, int n, int position, Predictive out)
      throws UnscorableException {
    double[] samples = out.samples(position);
    prediction.sample(inputs, n, variates, samples);
    System.arraycopy(samples, 0, column, 0, column.length);
    double[] probabilities = out.probabilities(position);
    if (probabilities.length > 0) {
      Arrays.fill(probabilities, 0);
      prediction.addProbabilities(n, probabilities);
      for (int k = 0; k < probabilities.length; k++) {
        probabilities[k] /= n;
      }
    }
  }
}
