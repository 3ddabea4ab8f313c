package io.credence.jobs.topictofiles;

import io.credence.kafka.Message;
import io.credence.kafka.ReadMessages;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Scores the messages of a topic into files, one for each window of the time of their arrival.
 *
 * <p>A message goes from its reader to the writer of its shard, in order, and no collection of
 * messages is ever held: memory is bounded by a row group of each file that is open. Windows are
 * not Beam's, which drop what comes late: the writer has one file at a time, and puts every message
 * into it, whatever clocks say.
 */
public final class WindowPipeline extends PTransform<PBegin, PDone> {

  private static final long serialVersionUID = 1;

  private final WindowJob job;

  private WindowPipeline(WindowJob job) {
    this.job = job;
  }

  public static WindowPipeline of(WindowJob job) {
    return new WindowPipeline(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    PCollection<Message> messages =
        begin.apply(
            "Read messages of %s into %s"
                .formatted(job.input().topic(), job.progress().folder().output()),
            ReadMessages.from(
                job.progress(), job.input(), job.range(), job.group(), job.clients()));
    write(messages, job, new GroupCommits(job.input(), job.group(), job.clients()));
    return PDone.in(begin.getPipeline());
  }

  static void write(PCollection<Message> messages, WindowJob job, Commits commits) {
    messages
        .apply("Score messages", ParDo.of(new ScoreMessageFn(job)))
        .setCoder(KvCoder.of(VarIntCoder.of(), new ScoredMessageCoder()))
        .apply("Write files", ParDo.of(new WriteWindowsFn(job, commits)));
  }
}
