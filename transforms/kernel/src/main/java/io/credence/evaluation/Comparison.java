package io.credence.evaluation;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether two models can be compared on the same records with the same noise. */
public final class Comparison {

  private Comparison() {}

  /**
   * Why they can't; empty when they can. Noise goes by a record's key, and without a key field by
   * what a model reads of the record: then both must read the same.
   *
   * @param keyField the field that identifies a record; null for none
   */
  public static Optional<String> problem(Model model, Model other, @Nullable String keyField) {
    if (!other.outputs().equals(model.outputs())) {
      return Optional.of(
          "the models must predict the same, but one predicts %s and the other %s"
              .formatted(model.outputs(), other.outputs()));
    }
    return keyField != null
        ? Optional.empty()
        : difference(model.features(), other.features())
            .map(
                different ->
                    "without a key, a record's noise goes by its features, and "
                        + different
                        + "; name the field that identifies a record with --keyField");
  }

  private static Optional<String> difference(List<Feature> ours, List<Feature> theirs) {
    if (!columns(ours).equals(columns(theirs))) {
      return Optional.of(
          "one model has the features %s and the other %s"
              .formatted(columns(ours), columns(theirs)));
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!alike(ours.get(i), theirs.get(i))) {
        return Optional.of(
            "the models read '%s' in different ways (type, default, missing, unit or origin)"
                .formatted(ours.get(i).column()));
      }
    }
    return Optional.empty();
  }

  private static List<String> columns(List<Feature> features) {
    return features.stream().map(Feature::column).toList();
  }

  /** Whether each value becomes the same number or text in both. */
  private static boolean alike(Feature ours, Feature theirs) {
    return kind(ours) == kind(theirs)
        && ours.size() == theirs.size()
        && ours.missingIsUnseen() == theirs.missingIsUnseen()
        && Objects.equals(ours.defaultValue(), theirs.defaultValue())
        && Objects.equals(ours.time(), theirs.time());
  }

  /** All numbers are noise alike, and so are truth values, as 1 and 0. */
  private static FeatureType kind(Feature feature) {
    return switch (feature.type()) {
      case STRING, VECTOR, TIMESTAMP -> feature.type();
      default -> FeatureType.DOUBLE;
    };
  }
}
