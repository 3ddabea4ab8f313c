package io.credence.jobs.replay;

import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicLocation;
import io.credence.kafka.TransactionalWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/**
 * Sends the dead letters of a topic again, each once: what is sent and how far that has come are
 * committed together, so that readers of committed messages never see a part of it twice.
 */
public final class TopicReplay {

  /** How messages are counted that are in the topic of dead letters but are none. */
  public static final String NO_DEAD_LETTER = "no dead letter";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TopicLocation deadLetters;
  private final ReplayTo to;
  private final LongSupplier nanoTime;
  private final ReplayTally tally = new ReplayTally();

  TopicReplay(TopicLocation deadLetters, ReplayTo to, LongSupplier nanoTime) {
    this.deadLetters = deadLetters;
    this.to = to;
    this.nanoTime = nanoTime;
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
    return new TopicReplay(deadLetters, to, System::nanoTime).run(fromEarliest, notes);
  }

  private ReplayTally run(boolean fromEarliest, Notes notes) throws IOException {
    String group = Clients.group(deadLetters, to.clients());
    if (to.dryRun()) {
      return run(group, fromEarliest, Batches.NOWHERE, notes);
    }
    // First the one that sends: where the group stands is not final before.
    try (TransactionalWriter writer = Clients.writer(deadLetters, group, to)) {
      return run(group, fromEarliest, Batches.of(writer, deadLetters.topic()), notes);
    }
  }

  private ReplayTally run(String group, boolean fromEarliest, Batches out, Notes notes)
      throws IOException {
    try (Consumer<byte[], byte[]> in = Clients.consumer(deadLetters, group, to.clients())) {
      return run(in, fromEarliest, out, notes);
    }
  }

  ReplayTally run(Consumer<byte[], byte[]> in, boolean fromEarliest, Batches out, Notes notes)
      throws IOException {
    try {
      ReadRange range = new DeadLetterRange(in, deadLetters.topic(), notes).find(fromEarliest);
      if (fromEarliest) {
        // If this replay does not come to its end, the next one goes on with it.
        out.commit(List.of(), range.starts());
      }
      replay(new DeadLetterReader(in, deadLetters.topic(), range), out);
      return tally;
    } catch (OffsetOutOfRangeException e) {
      throw new IOException("dead letters were deleted before they could be read", e);
    }
  }

  private void replay(DeadLetterReader in, Batches out) throws IOException {
    long progress = nanoTime.getAsLong();
    while (!in.isOver()) {
      List<OutgoingMessage> messages = originals(in.poll());
      Map<Integer, Long> read = in.advance();
      if (!read.isEmpty()) {
        out.commit(messages, read);
        progress = nanoTime.getAsLong();
      } else if (nanoTime.getAsLong() - progress > PATIENCE.toNanos()) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: nothing could be read for %d seconds",
                deadLetters,
                PATIENCE.toSeconds()));
      }
    }
  }

  private List<OutgoingMessage> originals(List<ConsumerRecord<byte[], byte[]>> letters) {
    List<OutgoingMessage> messages = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : letters) {
      String code = DeadLetterMessage.code(letter);
      if (code != null && to.wants(code)) {
        messages.add(DeadLetterMessage.original(to.output().topic(), letter));
        tally.countSent();
      } else {
        tally.countLeftOut(code == null ? NO_DEAD_LETTER : code);
      }
    }
    return messages;
  }
}
