package io.credence.jobs.stream;

import io.credence.kafka.ReadMessages;
import io.credence.kafka.WriteMessages;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Scores the messages of a topic into another one.
 *
 * <p>Messages are read as bytes: a deserializer that throws would stop the job. Each is decoded,
 * scored and encoded in one step, and leaves for the output or the dead letters. Nothing is
 * shuffled in between, so that what a reader reads is written in its order.
 */
public final class StreamPipeline extends PTransform<PBegin, PDone> {

  private static final long serialVersionUID = 1;

  private final StreamJob job;

  private StreamPipeline(StreamJob job) {
    this.job = job;
  }

  public static StreamPipeline of(StreamJob job) {
    return new StreamPipeline(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    return begin
        // A savepoint holds how a topic was read; one of another way does not fit a step of this
        // name.
        .apply(
            "Read messages of %s for %s, %s%s"
                .formatted(
                    job.input().topic(),
                    job.group(),
                    job.delivery(),
                    job.range().isBounded() ? ", to an end" : ""),
            read())
        .apply("Score messages", ParDo.of(new ScoreMessageFn(job)))
        .setCoder(WriteMessages.coder())
        .apply("Write messages", write());
  }

  private ReadMessages read() {
    boolean commits = job.delivery() == Delivery.AT_LEAST_ONCE;
    return ReadMessages.of(job.input(), job.range(), job.group(), commits, job.clients());
  }

  private WriteMessages write() {
    String brokers = job.output().brokers();
    return switch (job.delivery()) {
      case AT_LEAST_ONCE -> WriteMessages.atLeastOnce(brokers, job.clients());
      case EXACTLY_ONCE -> WriteMessages.exactlyOnce(brokers, job.clients(), job.group());
    };
  }
}
