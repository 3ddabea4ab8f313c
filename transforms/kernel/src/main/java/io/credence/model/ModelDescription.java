package io.credence.model;

import io.credence.posterior.Posterior;
import java.util.List;

/**
 * What is known of a model without asking how it predicts. Immutable.
 *
 * @param name its name
 * @param version its version
 * @param digest identifies its files to the bit
 * @param outputs what it predicts: at least one, with names that differ
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
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("A model must have at least one output");
    }
    requireSeparateColumns(outputs);
  }

  /** All columns of an output begin with its name and _pred. */
  private static void requireSeparateColumns(List<Output> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      for (int j = 0; j < outputs.size(); j++) {
        String columns = outputs.get(i).name() + "_pred";
        String name = outputs.get(j).name();
        if (i != j && (name + "_pred").startsWith(columns)) {
          throw new IllegalArgumentException(
              "Outputs %s and %s would have columns of one name, %s; rename one"
                  .formatted(outputs.get(i).name(), name, columns));
        }
      }
    }
  }

  /** The same with other outputs, such as when their kinds are known. */
  public ModelDescription withOutputs(List<Output> others) {
    return new ModelDescription(name, version, digest, others, features, posterior);
  }
}
