package io.credence.fuzzing;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import java.time.LocalDate;
import java.util.Collections;

/** Scores a record whose levels a model knows, and one of new levels where it accepts them. */
final class Trial {

  private static final ScoreSpec SPEC =
      new ScoreSpec(
          ScoreSpec.DEFAULT.predict().withNumSamples(5), ScoreSpec.DEFAULT.summary(), true);

  private Trial() {}

  static String of(Model model) {
    Scorer scorer = Scorer.of(model, SPEC);
    return score(scorer, model, false) + "; " + score(scorer, model, true);
  }

  private static String score(Scorer scorer, Model model, boolean unseen) {
    try {
      scorer.score((record, field) -> value(record, field, unseen), model);
      return "scored";
    } catch (UnscorableException e) {
      return Refusal.of(e);
    }
  }

  private static Object value(Model model, int field, boolean unseen) {
    Feature feature = model.features().get(field);
    return switch (feature.type()) {
      case STRING -> unseen && model.acceptsUnseen(feature) ? "new" : feature.levels().get(0);
      case INT, BOOL ->
          feature.hasLevels() ? Long.valueOf(feature.levels().get(0)) : within(1, feature);
      case DOUBLE -> within(0.5, feature);
      case TIMESTAMP -> LocalDate.of(2024, 3, 1);
      case VECTOR -> Collections.nCopies(feature.size(), 0.25);
    };
  }

  private static double within(double number, Feature feature) {
    return Math.max(feature.min(), Math.min(feature.max(), number));
  }
}
