package io.credence.pipeline.window;

import io.credence.pipeline.kafka.ReadMessages;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;
import org.joda.time.Duration;

/**
 * Scores the messages of a topic into files, one for each window of the time of their arrival.
 *
 * <p>A message goes from its reader to the writer of its shard, in order, and no collection of
 * messages is ever held: memory is bounded by a row group of each file that is open.
 */
public final class WindowPipeline extends PTransform<PBegin, PDone> {

  private static final long serialVersionUID = 1;

  /** Nothing comes late but when clocks differ, and then it is put into a file all the same. */
  private static final Duration LATENESS = Duration.standardDays(1);

  private final WindowJob job;

  private WindowPipeline(WindowJob job) {
    this.job = job;
  }

  public static WindowPipeline of(WindowJob job) {
    return new WindowPipeline(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    begin
        .apply(
            "Read messages of %s into %s"
                .formatted(job.input().topic(), job.progress().folder().output()),
            ReadMessages.from(job.progress(), job.input(), job.range(), job.group(), job.clients()))
        .apply("Score messages", ParDo.of(new ScoreMessageFn(job)))
        .setCoder(KvCoder.of(VarIntCoder.of(), new ScoredMessageCoder()))
        .apply("Windows of arrival", windows())
        .apply("Write files", ParDo.of(new WriteWindowsFn(job)));
    return PDone.in(begin.getPipeline());
  }

  private Window<KV<Integer, ScoredMessage>> windows() {
    return Window.<KV<Integer, ScoredMessage>>into(
            FixedWindows.of(Duration.millis(job.window().toMillis())))
        .withAllowedLateness(LATENESS)
        .discardingFiredPanes();
  }
}
