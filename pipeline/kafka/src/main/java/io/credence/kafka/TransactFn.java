package io.credence.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Writes the messages of each reader in transactions of its own, a bundle in one. The transactional
 * id is that of the reader: when a reader is started elsewhere, what its former self might still
 * write is refused by the brokers.
 */
final class TransactFn extends DoFn<OutgoingMessage, Void> {

  private static final long serialVersionUID = 1;

  private final String brokers;
  private final ClientSettings clients;
  private final String group;
  private transient Map<Integer, ReaderOutput> byReader = new TreeMap<>();

  TransactFn(String brokers, ClientSettings clients, String group) {
    this.brokers = brokers;
    this.clients = clients;
    this.group = group;
  }

  @Setup
  public void setup() {
    byReader = new TreeMap<>();
  }

  @ProcessElement
  public void process(@Element OutgoingMessage message) throws IOException {
    MessageId read = read(message);
    ReaderOutput output = byReader.get(read.reader());
    if (output == null) {
      output = open(read);
      byReader.put(read.reader(), output);
    }
    output.write(read, message);
  }

  private static MessageId read(OutgoingMessage message) {
    if (message.id() instanceof MessageId read) {
      return read;
    }
    throw new IllegalStateException(
        message.id() + " was not read from a topic, so no offset is committed with it");
  }

  private ReaderOutput open(MessageId first) throws IOException {
    String id =
        String.format(Locale.ROOT, "credence/%s/%s/%d", group, first.topic(), first.reader());
    // The next start of the reader aborts what this one leaves open.
    TransactionalWriter writer =
        TransactionalWriter.open(brokers, clients, id, group, Duration.ZERO);
    try {
      return new ReaderOutput(writer, first.topic(), committed(first.topic()));
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private Map<Integer, Long> committed(String topic) throws IOException {
    try (Brokers asked = Brokers.of(new TopicLocation(brokers, topic), clients)) {
      return asked.committed(topic, group);
    } catch (ExecutionException e) {
      throw new IOException("The offsets of the group " + group + " can't be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading the offsets of the group " + group, e);
    }
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    for (ReaderOutput output : byReader.values()) {
      output.commit();
    }
  }

  @Teardown
  public void teardown() {
    byReader.values().forEach(ReaderOutput::close);
  }
}
