package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.kafka.DeadLetterPlace;
import io.credence.kafka.HeaderNames;
import io.credence.kafka.MessageProducer;
import io.credence.kafka.OutgoingMessage;
import java.io.IOException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends the dead letters of a batch as messages. Files don't remember what was sent: a caller that
 * does it again, or after a failure, sends all of them again.
 */
public final class FileReplay {

  private static final long TIME_OF_WRITING = -1;

  private final ReplayTo to;
  private final ReplayTally tally = new ReplayTally();

  private FileReplay(ReplayTo to) {
    this.to = to;
  }

  /**
   * Sends them, in the order of the files.
   *
   * @throws IOException when something fails; some of those before it were sent
   * @throws IllegalArgumentException when a line is no dead letter
   */
  public static ReplayTally run(DeadLetterFiles files, ReplayTo to) throws IOException {
    return new FileReplay(to).run(files);
  }

  private ReplayTally run(DeadLetterFiles files) throws IOException {
    if (to.dryRun()) {
      files.forEach((place, letter) -> count(letter));
      return tally;
    }
    try (MessageProducer out = MessageProducer.open(to.output().brokers(), to.clients())) {
      files.forEach(
          (place, letter) -> {
            if (count(letter)) {
              out.send(message(place, letter));
            }
          });
      out.flush();
    }
    return tally;
  }

  /** Whether it is to be sent. */
  private boolean count(DeadLetterLine letter) {
    boolean wanted = to.wants(letter.code());
    if (wanted) {
      tally.countSent();
    } else {
      tally.countLeftOut(letter.code());
    }
    return wanted;
  }

  private OutgoingMessage message(String place, DeadLetterLine letter) {
    String source = letter.source();
    Headers headers =
        new RecordHeaders()
            .add(HeaderNames.REPLAY_OF, (source == null ? place : source).getBytes(UTF_8));
    return new OutgoingMessage(
        to.output().topic(),
        new DeadLetterPlace(place),
        TIME_OF_WRITING,
        null,
        letter.value(),
        headers);
  }
}
