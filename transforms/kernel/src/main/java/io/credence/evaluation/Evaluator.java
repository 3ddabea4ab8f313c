package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores one record after another, compares what is predicted with its labels, and adds that to an
 * {@link Evaluation}.
 *
 * <p>With another model besides, both are compared on the same records and with the same noise, so
 * that what differs is the models. Not thread-safe: it owns scratch memory.
 *
 * @param <T> the type of a record
 */
public final class Evaluator<T> {

  private final Scorer scorer;
  private final FieldReader<T> features;
  private final FieldReader<T> labelFields;
  private final FieldReader<T> servedFields;
  private final @Nullable ServedCheck served;
  private final List<LabelReader> labelReaders = new ArrayList<>();
  private final Tally<T> tally;
  private final double[] labels;

  private Evaluator(
      Model model, EvaluationSpec spec, @Nullable Model against, FieldReader<T> reader) {
    EvaluatedFields fields = new EvaluatedFields(model, spec, against);
    ScoreSpec scores = spec.served();
    this.scorer = Scorer.of(model, scores == null ? scoring(spec) : scores);
    this.features = fields.only(scorer.fields(), reader);
    this.labelFields = fields.only(spec.labels(), reader);
    this.served = scores == null ? null : new ServedCheck(model, scores);
    this.servedFields = served == null ? labelFields : fields.only(served.fields(), reader);
    List<OutputEvaluator> outputs = new ArrayList<>();
    for (int i = 0; i < model.outputs().size(); i++) {
      Output output = model.outputs().get(i);
      labelReaders.add(LabelReader.of(output));
      outputs.add(new OutputEvaluator(scorer, output, i, spec, scores != null));
    }
    this.labels = new double[outputs.size()];
    OtherModel<T> other =
        against == null
            ? null
            : new OtherModel<>(
                against,
                spec.withPredict(spec.predict().withNoiseId(model.digest())),
                fields.only(EvaluatedFields.ofModel(against, spec), reader));
    this.tally = new Tally<>(outputs, spec.by().size(), fields.only(spec.by(), reader), other);
  }

  /**
   * Compiles a model for evaluation.
   *
   * @param against another model of the same outputs to compare with; null for none
   * @param reader reads {@link #fields}
   * @throws IllegalArgumentException when the number of label fields is another than that of
   *     outputs, or the models can't be compared, as {@link Comparison#problem} says
   */
  public static <T> Evaluator<T> of(
      Model model, EvaluationSpec spec, @Nullable Model against, FieldReader<T> reader) {
    if (!spec.labels().isEmpty() && spec.labels().size() != model.outputs().size()) {
      throw new IllegalArgumentException(
          "There must be a label field for each output, but are %s for %s"
              .formatted(spec.labels().size(), model.outputs().size()));
    }
    if (against != null) {
      Comparison.problem(model, against, spec.predict().keyField())
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException("Models can't be compared: " + problem);
              });
    }
    return new Evaluator<>(model, spec, against, reader);
  }

  /** What a reader of records must read, in this order. */
  public static List<String> fields(Model model, EvaluationSpec spec, @Nullable Model against) {
    return new EvaluatedFields(model, spec, against).all();
  }

  static ScoreSpec scoring(EvaluationSpec spec) {
    return new ScoreSpec(spec.predict(), spec.summary(), false);
  }

  /**
   * Evaluates a record with the labels of its own fields. One without labels is counted, and scored
   * only where it brings a score along that is to be compared.
   *
   * @throws UnscorableException when it can't be scored, which is left to the caller to count
   */
  public void evaluate(T record, Place place, Evaluation into) throws UnscorableException {
    try {
      for (int i = 0; i < labels.length; i++) {
        labels[i] = labelReaders.get(i).read(labelFields.read(record, i));
      }
    } catch (InvalidLabelException e) {
      into.count(RecordCount.READ, 1);
      into.issue(new Issue(RecordCount.INVALID_LABEL, place, String.valueOf(e.getMessage())));
      return;
    }
    evaluate(record, labels, place, into);
  }

  /**
   * Evaluates a record with labels from elsewhere.
   *
   * @param values the label of each output, as a {@link LabelReader} has it; NaN for none
   * @throws UnscorableException when it can't be scored, which is left to the caller to count
   */
  public void evaluate(T record, double[] values, Place place, Evaluation into)
      throws UnscorableException {
    into.count(RecordCount.READ, 1);
    boolean labelled = Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    if (!labelled && served == null) {
      into.count(RecordCount.UNLABELLED, 1);
      return;
    }
    if (served != null) {
      evaluateServed(served, record, values, labelled, place, into);
      return;
    }
    tally.add(record, scorer.score(features, record), values, into);
  }

  /** A record that was scored can be scored again. */
  private void evaluateServed(
      ServedCheck check, T record, double[] values, boolean labelled, Place place, Evaluation into)
      throws UnscorableException {
    Scored scored;
    String difference;
    try {
      scored = scorer.score(features, record);
      difference = check.difference(servedFields, record, scored);
    } catch (UnscorableException e) {
      into.issue(new Issue(RecordCount.SCORE_MISMATCH, place, ServedCheck.unscorable(e)));
      return;
    }
    if (difference != null) {
      into.issue(new Issue(RecordCount.SCORE_MISMATCH, place, difference));
    } else if (labelled) {
      tally.add(record, scored, values, into);
    } else {
      into.count(RecordCount.UNLABELLED, 1);
    }
  }
}
