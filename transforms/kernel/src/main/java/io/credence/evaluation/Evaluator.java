package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  private final EvaluationSpec spec;
  private final Scorer scorer;
  private final FieldReader<T> features;
  private final FieldReader<T> labelFields;
  private final FieldReader<T> segmentFields;
  private final FieldReader<T> servedFields;
  private final @Nullable ServedCheck served;
  private final List<LabelReader> labelReaders = new ArrayList<>();
  private final List<OutputEvaluator> outputs = new ArrayList<>();
  private final List<Quantities> quantities = new ArrayList<>();
  private final @Nullable OtherModel<T> other;
  private final double[] labels;

  private Evaluator(
      Model model, EvaluationSpec spec, @Nullable Model against, FieldReader<T> reader) {
    this.spec = spec;
    List<String> fields = fields(model, spec, against);
    ScoreSpec scores = spec.served();
    this.scorer = Scorer.of(model, scores == null ? scoring(spec) : scores);
    this.features = only(scorer.fields(), fields, reader);
    this.labelFields = only(spec.labels(), fields, reader);
    this.segmentFields = only(spec.by(), fields, reader);
    this.served = scores == null ? null : new ServedCheck(model, scores);
    this.servedFields = served == null ? labelFields : only(served.fields(), fields, reader);
    for (int i = 0; i < model.outputs().size(); i++) {
      Output output = model.outputs().get(i);
      labelReaders.add(LabelReader.of(output));
      outputs.add(new OutputEvaluator(scorer, output, i, spec, scores != null));
      quantities.add(outputs.get(i).quantities());
    }
    this.labels = new double[outputs.size()];
    this.other =
        against == null
            ? null
            : new OtherModel<>(
                against,
                spec.withPredict(spec.predict().withNoiseId(model.digest())),
                only(fieldsOf(against, spec), fields, reader));
  }

  /**
   * Compiles a model for evaluation.
   *
   * @param against another model of the same outputs to compare with; null for none
   * @param reader reads {@link #fields}
   * @throws IllegalArgumentException when the number of label fields is another than that of
   *     outputs, or the other model has other outputs
   */
  public static <T> Evaluator<T> of(
      Model model, EvaluationSpec spec, @Nullable Model against, FieldReader<T> reader) {
    if (!spec.labels().isEmpty() && spec.labels().size() != model.outputs().size()) {
      throw new IllegalArgumentException(
          "There must be a label field for each output, but are %s for %s"
              .formatted(spec.labels().size(), model.outputs().size()));
    }
    if (against != null && !against.outputs().equals(model.outputs())) {
      throw new IllegalArgumentException(
          "Models can be compared that predict the same, but one predicts %s and the other %s"
              .formatted(model.outputs(), against.outputs()));
    }
    return new Evaluator<>(model, spec, against, reader);
  }

  /** What a reader of records must read, in this order. */
  public static List<String> fields(Model model, EvaluationSpec spec, @Nullable Model against) {
    Set<String> fields = new LinkedHashSet<>(fieldsOf(model, spec));
    if (against != null) {
      fields.addAll(fieldsOf(against, spec));
    }
    fields.addAll(spec.labels());
    fields.addAll(spec.by());
    ScoreSpec scores = spec.served();
    if (scores != null) {
      fields.addAll(new ServedCheck(model, scores).fields());
    }
    return List.copyOf(fields);
  }

  private static List<String> fieldsOf(Model model, EvaluationSpec spec) {
    return Predictor.fields(model, spec.predict().keyField());
  }

  static ScoreSpec scoring(EvaluationSpec spec) {
    return new ScoreSpec(spec.predict(), spec.summary(), false);
  }

  /** A reader of some of the fields, by their positions among these. */
  private static <T> FieldReader<T> only(
      List<String> some, List<String> all, FieldReader<T> reader) {
    int[] positions = some.stream().mapToInt(all::indexOf).toArray();
    return (record, field) -> reader.read(record, positions[field]);
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
    add(record, scorer.score(features, record), values, into);
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
      into.issue(
          new Issue(
              RecordCount.SCORE_MISMATCH, place, "has a score, but can't have one: " + e.reason()));
      return;
    }
    if (difference != null) {
      into.issue(new Issue(RecordCount.SCORE_MISMATCH, place, difference));
    } else if (labelled) {
      add(record, scored, values, into);
    } else {
      into.count(RecordCount.UNLABELLED, 1);
    }
  }

  private void add(T record, Scored scored, double[] values, Evaluation into)
      throws UnscorableException {
    SegmentStatistics all = into.segment(Segment.ALL, quantities);
    SegmentStatistics segment =
        spec.by().isEmpty() ? null : into.segment(segmentOf(record), quantities);
    Scored otherScored = other == null ? null : other.score(record);
    if (other != null && otherScored == null) {
      into.count(RecordCount.NOT_COMPARED, 1);
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      OutputScore score = outputs.get(i).score(scored.output(i), values[i]);
      score.addTo(all.output(i));
      outputs.get(i).showIn(into.examples(i));
      if (segment != null) {
        score.addTo(segment.output(i));
      }
      if (other != null && otherScored != null) {
        OutputScore otherScore = other.score(otherScored, i, values[i]);
        compare(score, otherScore, all.differences(i), i);
        if (segment != null) {
          compare(score, otherScore, segment.differences(i), i);
        }
      }
    }
    into.count(RecordCount.EVALUATED, 1);
  }

  private void compare(OutputScore score, OutputScore otherScore, Means differences, int output) {
    for (int k = 0; k < quantities.get(output).losses().size(); k++) {
      differences.add(k, score.loss(k) - otherScore.loss(k));
    }
  }

  private Segment segmentOf(T record) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < spec.by().size(); i++) {
      Object value = segmentFields.read(record, i);
      values.add(value == null ? null : value.toString());
    }
    return new Segment(values);
  }
}
