package io.credence.kafka;

import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Writes messages; a bundle is done when all of its messages are written. */
final class WriteFn extends DoFn<OutgoingMessage, Void> {

  private static final long serialVersionUID = 1;

  private final String brokers;
  private final ClientSettings clients;
  private transient @Nullable MessageProducer producer;

  WriteFn(String brokers, ClientSettings clients) {
    this.brokers = brokers;
    this.clients = clients;
  }

  @Setup
  public void setup() {
    producer = MessageProducer.open(brokers, clients);
  }

  @ProcessElement
  public void process(@Element OutgoingMessage message) throws IOException {
    producer().send(message);
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    producer().flush();
  }

  @Teardown
  public void teardown() {
    if (producer != null) {
      producer.close();
    }
  }

  private MessageProducer producer() {
    return Objects.requireNonNull(producer, "@Setup was not called");
  }
}
