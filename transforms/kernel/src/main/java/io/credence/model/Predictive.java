package io.credence.model;

import java.util.List;

/**
 * The posterior predictive samples of one record, as a {@link Sampler} draws them: for each output
 * a sample per posterior draw, and for outputs of classes the probability of each. Mutable, and
 * reused from record to record where that is said.
 *
 * <p>Not thread-safe.
 */
public final class Predictive {

  private static final double[] NO_CLASSES = {};

  private final double[][] samples;
  private final double[][] probabilities;

  private Predictive(List<Output> outputs, int numSamples) {
    this.samples = new double[outputs.size()][numSamples];
    this.probabilities = new double[outputs.size()][];
    for (int i = 0; i < probabilities.length; i++) {
      int classes = outputs.get(i).classes().size();
      probabilities[i] = classes == 0 ? NO_CLASSES : new double[classes];
    }
  }

  /**
   * Room for the samples of a record.
   *
   * @param outputs those of the model, in its order
   * @param numSamples at least 1
   */
  public static Predictive of(List<Output> outputs, int numSamples) {
    return new Predictive(outputs, numSamples);
  }

  /** How many outputs there are. */
  public int outputs() {
    return samples.length;
  }

  /**
   * The samples of an output: at i that of the i-th posterior draw, for all outputs alike; of
   * classes, their numbers from 0. Shared: a sampler writes to it.
   */
  public double[] samples(int output) {
    return samples[output];
  }

  /**
   * The probability of each class of an output, averaged over the draws; of length 0 when the
   * output has none. Shared: a sampler writes to it.
   */
  public double[] probabilities(int output) {
    return probabilities[output];
  }
}
