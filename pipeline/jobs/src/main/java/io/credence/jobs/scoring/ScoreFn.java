package io.credence.jobs.scoring;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Scores elements, for a sink. */
final class ScoreFn<E, R> extends DoFn<E, R> {
  private static final long serialVersionUID = 1;

  private final Scoring scoring;
  private final Sink<E, R> sink;
  private final boolean groupsRecords;
  private final ScoringMetrics metrics;
  private transient @Nullable ElementScorer<E, R> scorer;

  ScoreFn(ScoringJob<E, R> job) {
    this.scoring = job.scoring();
    this.sink = job.sink();
    this.groupsRecords = job.source().groupsRecords();
    this.metrics = new ScoringMetrics(scoring.model(), scoring.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = sink.open(scoring, metrics);
  }

  @ProcessElement
  public void process(@Element E element, OutputReceiver<R> out) throws IOException {
    Objects.requireNonNull(scorer, "@Setup was not called").score(element, out);
    if (groupsRecords) {
      metrics.flush();
    }
  }

  @FinishBundle
  public void finishBundle() {
    metrics.flush();
  }
}
