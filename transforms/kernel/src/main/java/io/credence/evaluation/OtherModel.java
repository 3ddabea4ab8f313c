package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.util.ArrayList;
import java.util.List;

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

  Scored score(T record) throws UnscorableException {
    return scorer.score(features, record);
  }

  OutputScore score(Scored scored, int output, double y) throws UnscorableException {
    return outputs.get(output).score(scored.output(output), y);
  }
}
