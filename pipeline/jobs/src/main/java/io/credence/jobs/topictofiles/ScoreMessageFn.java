package io.credence.jobs.topictofiles;

import io.credence.beam.ScoringMetrics;
import io.credence.kafka.Message;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Scores messages, each for the shard that its partition belongs to. */
final class ScoreMessageFn extends DoFn<Message, KV<Integer, ScoredMessage>> {

  private static final long serialVersionUID = 1;

  private final WindowJob job;
  private final ScoringMetrics metrics;
  private transient @Nullable WindowScorer scorer;

  ScoreMessageFn(WindowJob job) {
    this.job = job;
    this.metrics = new ScoringMetrics(job.model(), job.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = new WindowScorer(job.scoring(), metrics);
  }

  @ProcessElement
  public void process(@Element Message message, OutputReceiver<KV<Integer, ScoredMessage>> out)
      throws IOException {
    WindowScorer ready = Objects.requireNonNull(scorer, "@Setup was not called");
    out.output(KV.of(message.id().partition() % job.shards(), ready.score(message)));
  }

  @FinishBundle
  public void finishBundle() {
    metrics.flush();
  }
}
