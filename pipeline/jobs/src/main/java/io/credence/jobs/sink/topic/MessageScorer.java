package io.credence.jobs.sink.topic;

import io.credence.beam.RecordScorer;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.beam.Shadow;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.scoring.ElementScorer;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.TopicLocation;
import io.credence.score.Scored;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes a message of each record: with its score, or as a dead letter. */
final class MessageScorer<E>
    implements ElementScorer<E, OutgoingMessage>,
        RecordScorer.Ending<RecordMessage, Scored, OutgoingMessage> {

  private final TopicSink<E> sink;
  private final RecordMessages.Reader<E> records;
  private final RecordScorer<RecordMessage, Scored> scorer;
  private final @Nullable ShadowMessages shadow;
  private final MessageHeaders ours;
  private final MessageHeaders challengers;

  MessageScorer(TopicSink<E> sink, Scoring scoring, ScoringMetrics metrics) {
    this.sink = sink;
    this.records = sink.records().open(scoring);
    Shadow challenger = scoring.shadow();
    this.shadow =
        challenger == null || sink.shadow() == null
            ? null
            : new ShadowMessages(sink.shadow(), records, scoring, challenger);
    this.scorer = scoring.open(records.fields(), metrics, shadow);
    this.ours = new MessageHeaders(scoring.model(false));
    this.challengers = new MessageHeaders(scoring.model(true));
  }

  @Override
  public void score(E element, OutputReceiver<OutgoingMessage> out) throws IOException {
    records.score(element, scorer, this, shadow == null ? out : withComparisons(shadow, out));
  }

  /** The champion's message has its end before the challenger is asked, so they meet here. */
  private static OutputReceiver<OutgoingMessage> withComparisons(
      ShadowMessages shadow, OutputReceiver<OutgoingMessage> out) {
    return message -> out.builder(shadow.withComparison(message));
  }

  @Override
  public OutgoingMessage scored(RecordMessage record, Scored score)
      throws UnscorableException, IOException {
    OutgoingMessage scored =
        message(
            sink.output(), record, record.with(score), headers().of(record.id(), record.headers()));
    MessageSize.requireAtMost(sink.maxMessageBytes(), scored);
    return scored;
  }

  @Override
  public OutgoingMessage deadLetter(RecordMessage record, UnscorableException reason) {
    return message(sink.deadLetters(), record, record.value(), headers().of(record, reason));
  }

  private MessageHeaders headers() {
    return scorer.isChallengers() ? challengers : ours;
  }

  private static OutgoingMessage message(
      TopicLocation to, RecordMessage record, byte @Nullable [] value, Headers all) {
    return new OutgoingMessage(
        to.topic(), record.id(), record.timestamp(), record.key(), value, all);
  }
}
