package io.credence.evaluation;

import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.score.ScoreSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a record that an evaluation reads, each once, whatever it reads them for. */
final class EvaluatedFields {

  private final List<String> all;

  EvaluatedFields(Model model, EvaluationSpec spec, @Nullable Model against) {
    Set<String> fields = new LinkedHashSet<>(ofModel(model, spec));
    if (against != null) {
      fields.addAll(ofModel(against, spec));
    }
    fields.addAll(spec.labels());
    fields.addAll(spec.by());
    ScoreSpec scores = spec.served();
    if (scores != null) {
      fields.addAll(new ServedCheck(model, scores).fields());
    }
    this.all = List.copyOf(fields);
  }

  static List<String> ofModel(Model model, EvaluationSpec spec) {
    return Predictor.fields(model, spec.predict().keyField());
  }

  List<String> all() {
    return all;
  }

  /**
   * A reader of some of the fields, by their positions among these.
   *
   * @param reader reads all of them
   */
  <T> FieldReader<T> only(List<String> some, FieldReader<T> reader) {
    int[] positions = some.stream().mapToInt(all::indexOf).toArray();
    return (record, field) -> reader.read(record, positions[field]);
  }
}
