package io.credence.model;

import io.credence.posterior.Posterior;
import java.util.List;
import java.util.Optional;

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
    clash(outputs.stream().map(Output::name).toList())
        .ifPresent(
            clash -> {
              throw new IllegalArgumentException(clash);
            });
  }

  /**
   * Why outputs of these names can't all have columns; empty when they can. All columns of an
   * output begin with its name and _pred.
   */
  public static Optional<String> clash(List<String> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      for (int j = 0; j < outputs.size(); j++) {
        String columns = outputs.get(i) + "_pred";
        if (i != j && (outputs.get(j) + "_pred").startsWith(columns)) {
          return Optional.of(
              "Outputs %s and %s would have columns of one name, %s; rename one"
                  .formatted(outputs.get(i), outputs.get(j), columns));
        }
      }
    }
    return Optional.empty();
  }

  /** The same with other outputs, such as when their kinds are known. */
  public ModelDescription withOutputs(List<Output> others) {
    return new ModelDescription(name, version, digest, others, features, posterior);
  }
}
