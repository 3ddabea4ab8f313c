package io.credence.jobs.replay;

import io.credence.kafka.TopicLocation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends the dead letters of a topic again, each once: what is sent and how far that has come are
 * committed together, so that readers of committed messages never see a part of it twice.
 */
public final class TopicReplay {

  /** How messages are counted that are in the topic of dead letters but are none. */
  public static final String NO_DEAD_LETTER = "no dead letter";

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TopicLocation deadLetters;
  private final ReplayTo to;
  private final ReplayTally tally = new ReplayTally();

  private TopicReplay(TopicLocation deadLetters, ReplayTo to) {
    this.deadLetters = deadLetters;
    this.to = to;
  }

  /**
   * Sends those that are there now and that were not sent by an earlier replay.
   *
   * @param fromEarliest whether those of earlier replays are sent again, too
   * @param notes receives a line for each thing that is worth knowing
   * @throws IOException when something fails; the next replay goes on after what was committed
   */
  public static ReplayTally run(
      TopicLocation deadLetters, boolean fromEarliest, ReplayTo to, Notes notes)
      throws IOException {
    return new TopicReplay(deadLetters, to).run(fromEarliest, notes);
  }

  private ReplayTally run(boolean fromEarliest, Notes notes) throws IOException {
    String group = Clients.group(deadLetters, to.clients());
    // First the one that sends: where the group stands is not final before.
    try (Batches out = batches(group);
        Consumer<byte[], byte[]> in = Clients.consumer(deadLetters, group, to.clients())) {
      Span span = Span.of(deadLetters.topic(), fromEarliest, in, notes);
      if (fromEarliest) {
        // If this replay does not come to its end, the next one goes on with it.
        out.commit(List.of(), span.offsets());
      }
      replay(span, in, out);
      return tally;
    } catch (OffsetOutOfRangeException e) {
      throw new IOException("dead letters were deleted before they could be read", e);
    }
  }

  /** One replay at a time for each group and topic: a later one ends those before it. */
  private Batches batches(String group) {
    String id = "credence-replay/" + group + "/" + deadLetters.topic();
    return to.dryRun()
        ? Batches.NOWHERE
        : Transactions.open(Clients.transactional(to.output(), id, to.clients()), group);
  }

  private void replay(Span span, Consumer<byte[], byte[]> in, Batches out) throws IOException {
    long progress = System.nanoTime();
    while (!span.isOver()) {
      List<ProducerRecord<byte[], byte[]>> messages = poll(span, in);
      Map<TopicPartition, OffsetAndMetadata> read = span.advance();
      if (!read.isEmpty()) {
        out.commit(messages, read);
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: nothing could be read for %d seconds",
                deadLetters,
                PATIENCE.toSeconds()));
      }
    }
  }

  private List<ProducerRecord<byte[], byte[]>> poll(Span span, Consumer<byte[], byte[]> in) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : in.poll(POLL)) {
      if (span.holds(message)) {
        add(message, messages);
      }
    }
    return messages;
  }

  private void add(
      ConsumerRecord<byte[], byte[]> message, List<ProducerRecord<byte[], byte[]>> messages) {
    String code = DeadLetterMessage.code(message);
    if (code != null && to.wants(code)) {
      messages.add(DeadLetterMessage.original(to.output().topic(), message));
      tally.countSent();
    } else {
      tally.countLeftOut(code == null ? NO_DEAD_LETTER : code);
    }
  }
}
