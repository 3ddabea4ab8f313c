package io.credence.beam;

import java.util.List;

/**
 * The posterior predictive samples of one record. Immutable.
 *
 * @param outputs those of each output of the model, in its order, which share posterior draw and
 *     noise
 * @param unseenLevels the levels that the model was not trained on, such as {@code carrier=ZZ}
 */
public record Samples(List<OutputSamples> outputs, List<String> unseenLevels) {

  public Samples {
    outputs = List.copyOf(outputs);
    unseenLevels = List.copyOf(unseenLevels);
  }

  /** The samples of the first output, which most models have alone. Shared: do not change. */
  public double[] values() {
    return outputs.get(0).values();
  }
}
