package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.RecordEvaluator;
import io.credence.beam.ScoringMetrics;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Place;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Reads splits and evaluates their rows, so that memory does not grow with them. */
final class EvaluateSplitsFn extends DoFn<SplitGroup<NumberedSplit>, Evaluation> {

  private static final long serialVersionUID = 1;

  private final Evaluating evaluating;
  private final ScoringMetrics metrics;
  private transient @Nullable RecordEvaluator<Group> evaluator;
  private transient @Nullable FieldReader<Group> reader;

  EvaluateSplitsFn(Evaluating evaluating) {
    this.evaluating = evaluating;
    this.metrics = new ScoringMetrics(evaluating.model(), evaluating.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    evaluator =
        evaluating.open(
            (row, field) -> Objects.requireNonNull(reader, "no split is read").read(row, field),
            metrics);
  }

  @ProcessElement
  public void process(@Element SplitGroup<NumberedSplit> group, OutputReceiver<Evaluation> out)
      throws IOException {
    Evaluation evaluation = Evaluation.empty();
    for (NumberedSplit numbered : group.splits()) {
      evaluate(numbered.split(), evaluation);
    }
    metrics.flush();
    out.output(evaluation);
  }

  private void evaluate(ParquetSplit split, Evaluation into) throws IOException {
    RecordEvaluator<Group> ready = Objects.requireNonNull(evaluator, "@Setup was not called");
    try (SplitReader rows = SplitReader.open(split)) {
      reader = new GroupFormat(rows.schema()).reader(evaluating.fields());
      for (Group row = rows.next(); row != null; row = rows.next()) {
        ready.evaluate(row, new Place(split.file(), rows.row()), into);
      }
    }
  }
}
