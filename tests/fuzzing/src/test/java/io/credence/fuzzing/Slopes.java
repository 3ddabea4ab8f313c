package io.credence.fuzzing;

import io.credence.beam.ModelRef;
import io.credence.folder.ModelException;
import io.credence.model.Model;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The sample model, which has a number and a text for features. */
final class Slopes {

  static final ScoreSpec SPEC =
      new ScoreSpec(
          ScoreSpec.DEFAULT.predict().withNumSamples(5).withKeyField("key"),
          ScoreSpec.DEFAULT.summary(),
          true);

  static final Model MODEL = model();

  private Slopes() {}

  private static Model model() {
    try {
      return ModelRef.at("../../samples/category-slopes").model();
    } catch (ModelException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
