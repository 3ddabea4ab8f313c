package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.predict.FieldReader;
import io.credence.score.Scored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds what a record's scores say of its labels to an {@link Evaluation}: over all records, over
 * those of its segment, and in comparison with another model.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class Tally<T> {

  private final List<OutputEvaluator> outputs;
  private final List<Quantities> quantities;
  private final int by;
  private final FieldReader<T> segmentFields;
  private final @Nullable OtherModel<T> other;
  private final @Nullable OutputScore[] scores;
  private final @Nullable OutputScore[] otherScores;

  /**
   * @param by how many fields make a segment; 0 for no segments
   * @param segmentFields reads them
   * @param other what the model is compared with; null for nothing
   */
  Tally(
      List<OutputEvaluator> outputs,
      int by,
      FieldReader<T> segmentFields,
      @Nullable OtherModel<T> other) {
    this.outputs = List.copyOf(outputs);
    this.quantities = outputs.stream().map(OutputEvaluator::quantities).toList();
    this.by = by;
    this.segmentFields = segmentFields;
    this.other = other;
    this.scores = new OutputScore[outputs.size()];
    this.otherScores = new OutputScore[outputs.size()];
  }

  /**
   * Adds a record: all of it, or nothing.
   *
   * @param labels of each output; NaN for none
   * @throws UnscorableException when a label can't be held against its prediction
   */
  void add(T record, Scored scored, double[] labels, Evaluation into) throws UnscorableException {
    score(scored, labels);
    boolean compared = other != null && scoreOther(other, record, labels);
    if (other != null && !compared) {
      into.count(RecordCount.NOT_COMPARED, 1);
    }
    for (int i = 0; i < labels.length; i++) {
      if (scores[i] != null) {
        outputs.get(i).showIn(into.examples(i));
      }
    }
    Stretch stretch = into.stretches().current(labels.length);
    if (stretch != null) {
      addTo(stretch, compared);
    }
    addTo(into.segment(Segment.ALL, quantities), compared);
    if (by > 0) {
      addTo(into.segment(segmentOf(record), quantities), compared);
    }
    into.count(RecordCount.EVALUATED, 1);
  }

  private void score(Scored scored, double[] labels) throws UnscorableException {
    for (int i = 0; i < labels.length; i++) {
      scores[i] =
          Double.isNaN(labels[i]) ? null : outputs.get(i).score(scored.output(i), labels[i]);
    }
  }

  /** Whether the other model can score the record, too. */
  private boolean scoreOther(OtherModel<T> model, T record, double[] labels) {
    try {
      Scored scored = model.score(record);
      for (int i = 0; i < labels.length; i++) {
        otherScores[i] = scores[i] == null ? null : model.score(scored, i, labels[i]);
      }
      return true;
    } catch (UnscorableException e) {
      return false; // Which the caller counts.
    }
  }

  private void addTo(SegmentStatistics sums, boolean compared) {
    for (int i = 0; i < scores.length; i++) {
      OutputScore score = scores[i];
      OutputScore otherScore = otherScores[i];
      if (score != null) {
        score.addTo(sums.output(i));
      }
      if (score != null && compared && otherScore != null) {
        compare(score, otherScore, sums.differences(i), i);
      }
    }
  }

  private void addTo(Stretch stretch, boolean compared) {
    for (int i = 0; i < scores.length; i++) {
      OutputScore score = scores[i];
      OutputScore otherScore = otherScores[i];
      if (score != null) {
        stretch.addLabel(i, score.covered());
      }
      if (score != null && compared && otherScore != null) {
        int loss = Quantities.DECIDING_LOSS;
        stretch.addDifference(i, score.loss(loss) - otherScore.loss(loss));
      }
    }
  }

  private void compare(OutputScore score, OutputScore otherScore, Means differences, int output) {
    for (int k = 0; k < quantities.get(output).losses().size(); k++) {
      differences.add(k, score.loss(k) - otherScore.loss(k));
    }
  }

  private Segment segmentOf(T record) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < by; i++) {
      Object value = segmentFields.read(record, i);
      values.add(value == null ? null : value.toString());
    }
    return new Segment(values);
  }
}
