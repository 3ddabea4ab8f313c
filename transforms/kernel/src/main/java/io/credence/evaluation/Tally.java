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
  }

  /**
   * Adds a record.
   *
   * @param labels of each output; NaN for none
   */
  void add(T record, Scored scored, double[] labels, Evaluation into) throws UnscorableException {
    SegmentStatistics all = into.segment(Segment.ALL, quantities);
    SegmentStatistics segment = by == 0 ? null : into.segment(segmentOf(record), quantities);
    Stretch stretch = into.stretches().current(labels.length);
    Scored otherScored = other == null ? null : other.score(record);
    if (other != null && otherScored == null) {
      into.count(RecordCount.NOT_COMPARED, 1);
    }
    for (int i = 0; i < labels.length; i++) {
      if (Double.isNaN(labels[i])) {
        continue;
      }
      OutputScore score = outputs.get(i).score(scored.output(i), labels[i]);
      score.addTo(all.output(i));
      outputs.get(i).showIn(into.examples(i));
      if (segment != null) {
        score.addTo(segment.output(i));
      }
      if (stretch != null) {
        stretch.addLabel(i, score.covered());
      }
      if (other != null && otherScored != null) {
        OutputScore otherScore = other.score(otherScored, i, labels[i]);
        compare(score, otherScore, all.differences(i), i);
        if (stretch != null) {
          int loss = Quantities.DECIDING_LOSS;
          stretch.addDifference(i, score.loss(loss) - otherScore.loss(loss));
        }
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
    for (int i = 0; i < by; i++) {
      Object value = segmentFields.read(record, i);
      values.add(value == null ? null : value.toString());
    }
    return new Segment(values);
  }
}
