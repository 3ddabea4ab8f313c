package io.credence.jobs.batch;

import io.credence.beam.ScoringMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Scores shares, each in one step. */
final class ScoreShareFn extends DoFn<Share<SplitTask>, PackedResults> {

  private static final long serialVersionUID = 1;

  private final BatchJob job;
  private final ScoringMetrics metrics;
  private transient @Nullable SplitScorer scorer;

  ScoreShareFn(BatchJob job) {
    this.job = job;
    this.metrics = new ScoringMetrics(job.model(), job.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = new SplitScorer(job, metrics);
  }

  @ProcessElement
  public void process(@Element Share<SplitTask> share, OutputReceiver<PackedResults> out)
      throws IOException {
    SplitScorer ready = scorer;
    if (ready == null) {
      throw new IllegalStateException("@Setup was not called");
    }
    List<SplitResult> results = new ArrayList<>();
    for (SplitTask task : share.splits()) {
      results.add(ready.score(task));
    }
    out.output(PackedResults.of(results));
  }
}
