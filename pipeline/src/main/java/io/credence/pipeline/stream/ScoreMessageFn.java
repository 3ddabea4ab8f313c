package io.credence.pipeline.stream;

import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Scores messages, and sends those that it can't score to the dead letters. */
final class ScoreMessageFn
    extends DoFn<KafkaRecord<byte[], byte[]>, ProducerRecord<byte[], byte[]>> {

  private static final long serialVersionUID = 1;

  static final TupleTag<ProducerRecord<byte[], byte[]>> SCORED = new TupleTag<>("scored");
  static final TupleTag<ProducerRecord<byte[], byte[]>> DEAD = new TupleTag<>("deadLetters");

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
  public void process(@Element KafkaRecord<byte[], byte[]> message, MultiOutputReceiver out)
      throws IOException {
    MessageScorer ready = Objects.requireNonNull(scorer, "@Setup was not called");
    try {
      out.get(SCORED).output(ready.score(message));
    } catch (UnscorableException e) {
      out.get(DEAD).output(ready.deadLetter(message, e));
    }
  }

  @FinishBundle
  public void finishBundle() {
    metrics.flush();
  }
}
