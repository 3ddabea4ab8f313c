package io.credence.pipeline.batch;

import io.credence.beam.ScoringMetrics;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Scores splits, each in one step. */
final class ScoreSplitFn extends DoFn<SplitTask, SplitResult> {

  private static final long serialVersionUID = 1;

  private final BatchJob job;
  private final ScoringMetrics metrics;
  private transient @Nullable SplitScorer scorer;

  ScoreSplitFn(BatchJob job) {
    this.job = job;
    this.metrics = new ScoringMetrics(job.model(), job.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = new SplitScorer(job.model(), job.spec(), job.folders(), metrics);
  }

  @ProcessElement
  public void process(@Element SplitTask task, OutputReceiver<SplitResult> out) throws IOException {
    SplitScorer ready = scorer;
    if (ready == null) {
      throw new IllegalStateException("@Setup was not called");
    }
    out.output(ready.score(task));
  }
}
