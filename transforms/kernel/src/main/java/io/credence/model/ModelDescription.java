package io.credence.model;

import io.credence.posterior.Posterior;
import java.util.List;

/**
 * What is known of a model without asking how it predicts. Immutable.
 *
 * @param name its name
 * @param version its version
 * @param digest identifies its files to the bit
 * @param outputs what it predicts; as yet, one
 * @param features what it needs of a record, in the order in which the model declares them
 * @param posterior draws, constants and coordinates
 */
public record ModelDescription(
    String name,
    String version,
    ModelDigest digest,
    List<Output> outputs,
    List<Feature> features,
    Posterior posterior) {

  public ModelDescription {
    outputs = List.copyOf(outputs);
    features = List.copyOf(features);
    if (outputs.size() != 1) {
      throw new IllegalArgumentException("A model must have one output, but has " + outputs);
    }
  }
}
