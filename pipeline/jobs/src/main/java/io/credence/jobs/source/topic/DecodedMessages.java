package io.credence.jobs.source.topic;

import io.credence.beam.Scoring;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.Message;
import io.credence.messages.MessageFormat;
import io.credence.score.ScoreColumns;

/**
 * Messages of a topic as messages of another one.
 *
 * @param format how they are read and written
 * @param clients has the password of a registry
 */
public record DecodedMessages(MessageFormat format, ClientSettings clients)
    implements RecordMessages<Message> {

  @Override
  public Reader<Message> open(Scoring scoring) {
    ScoreColumns columns = scoring.columns();
    return new MessageReader(
        fields -> format.open(fields, columns, clients.registry()), scoring.fields());
  }
}
