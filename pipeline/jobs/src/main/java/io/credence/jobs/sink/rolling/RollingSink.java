package io.credence.jobs.sink.rolling;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.jobs.scoring.ElementScorer;
import io.credence.jobs.scoring.Sink;
import io.credence.kafka.Message;
import java.time.Duration;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Files of a folder, one after the other, each for a window of the time at which messages arrive.
 *
 * <p>It takes messages of a topic, as it is by their offsets that the folder knows what it has. A
 * message goes from its reader to the writer of its shard, in order, and no collection of messages
 * is ever held: memory is bounded by a row group of each file that is open. Windows are not Beam's,
 * which drop what comes late: the writer has one file at a time, and puts every message into it,
 * whatever clocks say.
 *
 * @param checkpoint where files go, and how far they have come
 * @param window for how long messages are put into the same file
 * @param shards how many files there are of a window, at most
 * @param commits learns how far the topic is in files
 */
public record RollingSink(FolderCheckpoint checkpoint, Duration window, int shards, Commits commits)
    implements Sink<Message, KV<Integer, ScoredMessage>> {

  @Override
  public String contents() {
    return "files";
  }

  @Override
  public ElementScorer<Message, KV<Integer, ScoredMessage>> open(
      Scoring scoring, ScoringMetrics metrics) {
    MessageRowScorer scorer = new MessageRowScorer(scoring, metrics);
    return (message, out) ->
        out.output(KV.of(message.id().partition() % shards, scorer.score(message)));
  }

  @Override
  public Coder<KV<Integer, ScoredMessage>> coder() {
    return KvCoder.of(VarIntCoder.of(), new ScoredMessageCoder());
  }

  @Override
  public void write(PCollection<KV<Integer, ScoredMessage>> messages, Scoring scoring) {
    messages.apply("Write files", ParDo.of(new WriteFilesFn(this, scoring)));
  }
}
