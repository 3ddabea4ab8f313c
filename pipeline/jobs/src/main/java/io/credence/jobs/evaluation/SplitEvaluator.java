package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.RecordEvaluator;
import io.credence.beam.ScoringMetrics;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Issue;
import io.credence.evaluation.Place;
import io.credence.evaluation.RecordCount;
import io.credence.jobs.labels.FoundLabels;
import io.credence.jobs.labels.RowLabels;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Reads splits and evaluates their rows, so that memory does not grow with them.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class SplitEvaluator {

  private final Evaluating evaluating;
  private final RowOrder order;
  private final RecordEvaluator<Group> evaluator;
  private final double[] none;
  private @Nullable FieldReader<Group> reader;

  SplitEvaluator(Evaluating evaluating, RowOrder order, ScoringMetrics metrics) {
    this.evaluating = evaluating;
    this.order = order;
    this.evaluator =
        evaluating.open(
            (row, field) -> Objects.requireNonNull(reader, "no split is read").read(row, field),
            metrics);
    this.none = new double[evaluating.model().model().outputs().size()];
    Arrays.fill(none, Double.NaN);
  }

  /**
   * Evaluates all rows of a group of splits.
   *
   * @param labels of these rows; null when they hold their own
   */
  Evaluation evaluate(SplitGroup<NumberedSplit> group, @Nullable RowLabels labels)
      throws IOException {
    Evaluation evaluation = Evaluation.empty();
    int row = 0;
    for (NumberedSplit numbered : group.splits()) {
      ParquetSplit split = numbered.split();
      try (SplitReader rows = SplitReader.open(split)) {
        reader = new GroupFormat(rows.schema()).reader(evaluating.fields());
        for (Group each = rows.next(); each != null; each = rows.next(), row++) {
          evaluation.beginStretch(order.stretch(numbered, rows.row()));
          Place place = new Place(split.file(), rows.row());
          if (labels == null) {
            evaluator.evaluate(each, place, evaluation);
          } else {
            evaluate(each, labels.at(row), place, evaluation);
          }
        }
      }
    }
    evaluator.flush();
    return evaluation;
  }

  private void evaluate(Group row, @Nullable FoundLabels found, Place place, Evaluation into)
      throws IOException {
    if (found == null) {
      evaluator.evaluate(row, none, place, into);
    } else if (found.kind() == RecordCount.EVALUATED) {
      evaluator.evaluate(row, found.values(), place, into);
    } else {
      into.count(RecordCount.READ, 1);
      into.issue(new Issue(found.kind(), place, found.fault()));
    }
  }
}
