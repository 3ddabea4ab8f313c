package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.ScoringMetrics;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Evaluates rows that hold their labels. */
final class EvaluateSplitsFn extends DoFn<SplitGroup<NumberedSplit>, Evaluation> {

  private static final long serialVersionUID = 1;

  private final Evaluating evaluating;
  private final RowOrder order;
  private final ScoringMetrics metrics;
  private transient @Nullable SplitEvaluator evaluator;

  EvaluateSplitsFn(FilesSource source, Evaluating evaluating) {
    this.evaluating = evaluating;
    this.order = RowOrder.of(source);
    this.metrics = new ScoringMetrics(evaluating.model(), evaluating.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    evaluator = new SplitEvaluator(evaluating, order, metrics);
  }

  @ProcessElement
  public void process(@Element SplitGroup<NumberedSplit> group, OutputReceiver<Evaluation> out)
      throws IOException {
    out.output(Objects.requireNonNull(evaluator, "@Setup was not called").evaluate(group, null));
  }
}
