package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Output;
import io.credence.model.PredictiveMixture;
import io.credence.score.Scorer;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summarizer;
import io.credence.summary.Summary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the predictions of one output of one model.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class OutputEvaluator {

  private final Scorer scorer;
  private final int position;
  private final Quantities quantities;
  private final @Nullable NumberScorer numbers;
  private final @Nullable ClassScorer classes;
  private final @Nullable Summarizer summarizer;
  private double[] shown = {};

  /**
   * @param position of the output in the model
   * @param served whether the scorer's summaries are those that were served, and not ours
   */
  OutputEvaluator(Scorer scorer, Output output, int position, EvaluationSpec spec, boolean served) {
    this.scorer = scorer;
    this.position = position;
    this.quantities = Quantities.of(output, spec);
    Optional<PredictiveMixture> mixture =
        spec.exact() ? scorer.mixture(position) : Optional.empty();
    this.numbers =
        quantities instanceof NumberQuantities each
            ? new NumberScorer(each, mixture, output.kind() == Output.Kind.INTEGER)
            : null;
    this.classes = quantities instanceof ClassQuantities each ? new ClassScorer(each) : null;
    this.summarizer = served && numbers != null ? Summarizer.of(spec.summary()) : null;
  }

  Quantities quantities() {
    return quantities;
  }

  /**
   * Scores the prediction for the record that was scored last.
   *
   * @param y as a {@link LabelReader} has it
   */
  OutputScore score(OutputSummary summary, double y) throws UnscorableException {
    if (classes != null) {
      classes.score(summary.classes(), (int) y);
      return classes;
    }
    NumberScorer scores = numbers;
    if (scores == null) {
      throw new IllegalStateException("There are numbers where there are no classes");
    }
    double[] samples = scorer.drawn().samples(position);
    Summary ours =
        summarizer == null ? summary.figures() : summarizer.summarize(samples, samples.length);
    scores.score(samples, ours, y);
    show(ours, y);
    return scores;
  }

  private void show(Summary summary, double y) {
    int levels = summary.eti().length / 2;
    if (shown.length == 0) {
      shown = new double[2 + 2 * levels];
    }
    shown[0] = y;
    shown[1] = summary.median();
    for (int i = 0; i < levels; i++) {
      shown[2 + 2 * i] = summary.etiLower(i);
      shown[3 + 2 * i] = summary.etiUpper(i);
    }
  }

  /** Keeps the prediction that was scored last when it is among those to be shown. */
  void showIn(Firsts<Example> examples) {
    if (numbers != null) {
      Example example = Example.of(shown);
      if (examples.takes(example)) {
        examples.add(Example.of(shown.clone()));
      }
    }
  }
}
