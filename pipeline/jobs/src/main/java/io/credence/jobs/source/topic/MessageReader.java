package io.credence.jobs.source.topic;

import io.credence.beam.RecordReader;
import io.credence.beam.RecordScorer;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.kafka.Message;
import io.credence.kafka.RecordId;
import io.credence.messages.MessageCodec;
import io.credence.score.Scored;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads messages: it is itself the record that is being scored, so that each costs nothing. */
final class MessageReader
    implements RecordMessages.Reader<Message>, RecordReader<RecordMessage>, RecordMessage {

  private final Function<List<String>, MessageCodec> codecs;
  private final MessageCodec codec;
  private @Nullable Message current;

  /**
   * @param codecs opens one for some fields
   * @param fields those of the record that is being scored
   */
  MessageReader(Function<List<String>, MessageCodec> codecs, List<String> fields) {
    this.codecs = codecs;
    this.codec = codecs.apply(fields);
  }

  /** Reads the value of a message by itself. */
  private record Apart(MessageCodec codec) implements RecordReader<RecordMessage> {

    @Override
    public void begin(RecordMessage record) throws UnscorableException, IOException {
      codec.read(record.value());
    }

    @Override
    public @Nullable Object read(RecordMessage record, int field) {
      return codec.value(field);
    }
  }

  @Override
  public RecordReader<RecordMessage> beside(List<String> names) {
    return new Apart(codecs.apply(names));
  }

  @Override
  public RecordReader<RecordMessage> fields() {
    return this;
  }

  @Override
  public <O> void score(
      Message message,
      RecordScorer<RecordMessage, Scored> scorer,
      RecordScorer.Ending<RecordMessage, Scored, O> ending,
      OutputReceiver<O> out)
      throws IOException {
    current = message;
    out.output(scorer.score(this, ending));
  }

  @Override
  public void begin(RecordMessage record) throws UnscorableException, IOException {
    codec.read(record.value());
  }

  @Override
  public @Nullable Object read(RecordMessage record, int field) {
    return codec.value(field);
  }

  private Message current() {
    Message message = current;
    if (message == null) {
      throw new IllegalStateException("score() was not called");
    }
    return message;
  }

  @Override
  public RecordId id() {
    return current().id();
  }

  @Override
  public long timestamp() {
    return current().timestamp();
  }

  @Override
  public byte @Nullable [] key() {
    return current().key();
  }

  @Override
  public byte @Nullable [] value() {
    return current().value();
  }

  @Override
  public Headers headers() {
    return current().headers();
  }

  @Override
  public byte[] with(Scored scored) throws IOException {
    return codec.with(scored);
  }
}
