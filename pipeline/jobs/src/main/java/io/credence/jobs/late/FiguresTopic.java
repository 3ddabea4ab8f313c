package io.credence.jobs.late;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.beam.Evaluating;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.MessageProducer;
import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.RowId;
import io.credence.kafka.TopicLocation;
import java.io.IOException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Figures as messages, each of which replaces those before it that have its key: a topic that is
 * compacted keeps the last ones. Keys are the names that files have in a folder.
 *
 * @param topic where they go
 * @param clients the settings of Kafka's clients
 */
public record FiguresTopic(TopicLocation topic, ClientSettings clients) implements FiguresSink {

  @Override
  public String place() {
    return topic.toString();
  }

  @Override
  public FiguresWriter open(Evaluating evaluating, LateTerms terms) {
    MessageProducer producer = MessageProducer.open(topic.brokers(), clients);
    return new FiguresWriter() {

      @Override
      public void write(Figures figures) throws IOException {
        producer.send(message(figures, evaluating, terms));
      }

      @Override
      public void flush() throws IOException {
        producer.flush();
      }

      @Override
      public void close() {
        producer.close();
      }
    };
  }

  private OutgoingMessage message(Figures figures, Evaluating evaluating, LateTerms terms)
      throws IOException {
    String key = figures.name(terms.window());
    byte[] value = figures.json(evaluating, terms);
    return new OutgoingMessage(
        topic.topic(), new RowId(key, 0), -1, key.getBytes(UTF_8), value, new RecordHeaders());
  }
}
