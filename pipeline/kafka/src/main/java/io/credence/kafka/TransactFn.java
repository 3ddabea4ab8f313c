package io.credence.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes the messages of each reader in transactions of its own, a bundle in one. */
final class TransactFn extends DoFn<OutgoingMessage, Void> {

  private static final long serialVersionUID = 1;

  private final String brokers;
  private final ClientSettings clients;
  private final String group;
  private transient Map<Integer, Transactor> byReader = new TreeMap<>();

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
    MessageId id = message.message().id();
    Transactor transactor = byReader.get(id.reader());
    if (transactor == null) {
      transactor = new Transactor(brokers, clients, group, id);
      byReader.put(id.reader(), transactor);
    }
    transactor.write(message);
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    for (Transactor transactor : byReader.values()) {
      transactor.commit();
    }
  }

  @Teardown
  public void teardown() {
    byReader.values().forEach(Transactor::close);
  }
}
