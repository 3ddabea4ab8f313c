package io.credence.jobs.stream;

import io.credence.beam.ScoringMetrics;
import io.credence.kafka.Message;
import io.credence.kafka.OutgoingMessage;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Scores messages, each of which leaves for the output or the dead letters. */
final class ScoreMessageFn extends DoFn<Message, OutgoingMessage> {

  private static final long serialVersionUID = 1;

  private final StreamJob job;
  private final ScoringMetrics metrics;
  private transient @Nullable MessageScorer scorer;

  ScoreMessageFn(StreamJob job) {
    this.job = job;
    this.metrics = new ScoringMetrics(job.model(), job.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = new MessageScorer(job, metrics);
  }

  @ProcessElement
  public void process(@Element Message message, OutputReceiver<OutgoingMessage> out)
      throws IOException {
    out.output(Objects.requireNonNull(scorer, "@Setup was not called").score(message));
  }

  @FinishBundle
  public void finishBundle() {
    metrics.flush();
  }
}
