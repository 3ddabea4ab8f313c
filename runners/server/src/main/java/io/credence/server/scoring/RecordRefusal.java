package io.credence.server.scoring;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.server.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a record that can't be scored which field is at fault, and what it must be. */
final class RecordRefusal {

  private RecordRefusal() {}

  /**
   * Refuses a record.
   *
   * @param at where it stands in the request, such as {@code data}
   */
  static <T> Refusal of(
      Model model, FieldReader<T> reader, T record, UnscorableException reason, String at) {
    Feature feature = feature(model, reason.feature());
    if (feature == null) {
      return Refusal.record(reason, null, null, null);
    }
    Object value = reader.read(record, model.features().indexOf(feature));
    return Refusal.record(
        reason,
        at + "." + feature.column(),
        value == null ? null : value.toString(),
        FeatureWords.of(feature));
  }

  /** Null when it is the record as a whole, or a parameter of a distribution. */
  private static @Nullable Feature feature(Model model, @Nullable String name) {
    List<Feature> features = model.features();
    return features.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }
}
