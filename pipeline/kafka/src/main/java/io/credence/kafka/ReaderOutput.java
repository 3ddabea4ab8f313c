package io.credence.kafka;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what is made of the messages of one reader, each once, in transactions that commit with it
 * how far the consumer group has come. What the group had come to already when it begins is left
 * out: it was written before a failure, and is read again because the runner's checkpoint is older.
 *
 * <p>Not thread-safe.
 */
final class ReaderOutput implements AutoCloseable {

  private final TransactionalWriter writer;
  private final String topic;
  private final Map<Integer, Long> written;
  private final TreeMap<Integer, Long> pending = new TreeMap<>();

  /**
   * Goes on where the group stands.
   *
   * @param topic which the reader reads
   * @param committed the group's offsets, once nothing can change them but the writer
   */
  ReaderOutput(TransactionalWriter writer, String topic, Map<Integer, Long> committed) {
    this.writer = writer;
    this.topic = topic;
    this.written = new HashMap<>(committed);
  }

  void write(MessageId read, OutgoingMessage message) throws IOException {
    if (read.offset() < written.getOrDefault(read.partition(), 0L)) {
      return;
    }
    writer.write(message);
    pending.put(read.partition(), read.offset() + 1);
  }

  void commit() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    writer.commit(topic, pending);
    written.putAll(pending);
    pending.clear();
  }

  @Override
  public void close() {
    writer.close();
  }
}
