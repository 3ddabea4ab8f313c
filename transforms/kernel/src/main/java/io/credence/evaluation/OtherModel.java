package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model that another one is compared with.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class OtherModel<T> {

  private final Scorer scorer;
  private final FieldReader<T> features;
  private final List<OutputEvaluator> outputs = new ArrayList<>();

  OtherModel(Model model, EvaluationSpec spec, FieldReader<T> features) {
    this.scorer = Scorer.of(model, Evaluator.scoring(spec));
    this.features = features;
    for (int i = 0; i < model.outputs().size(); i++) {
      outputs.add(new OutputEvaluator(scorer, model.outputs().get(i), i, spec, false));
    }
  }

  /** Null when it can't score the record. */
  @Nullable Scored score(T record) {
    try {
      return scorer.score(features, record);
    } catch (UnscorableException e) {
      return null; // Which the caller counts.
    }
  }

  OutputScore score(Scored scored, int output, double y) throws UnscorableException {
    return outputs.get(output).score(scored.output(output), y);
  }
}
