package io.credence.streaming;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came out of the stream, without repeats: how much, how fast, and a few of it. */
final class Arrivals {

  private static final int EXAMPLES = 3;

  private final String output;
  private final Histogram all = new Histogram(2);
  private Histogram recent = new Histogram(2);
  private List<byte[]> examples = new ArrayList<>();
  private long scored;
  private long deadLetters;

  /**
   * Nothing yet.
   *
   * @param output the topic of what was scored; what comes from others are dead letters
   */
  Arrivals(String output) {
    this.output = output;
  }

  /**
   * Takes a message.
   *
   * @param now when it was read, in ms since 1970
   */
  void add(ConsumerRecord<byte[], byte[]> message, long now) {
    if (!message.topic().equals(output)) {
      deadLetters++;
      return;
    }
    scored++;
    // The timestamp passes through: it still is the time of sending.
    recent.recordValue(Math.max(0, now - message.timestamp()));
    if (examples.size() < EXAMPLES) {
      examples.add(message.value());
    }
  }

  /** Latencies in ms since the last call. */
  Histogram takeLatency() {
    Histogram taken = recent;
    all.add(taken);
    recent = new Histogram(2);
    return taken;
  }

  /** A few messages since the last call. */
  List<byte[]> takeExamples() {
    List<byte[]> taken = examples;
    examples = new ArrayList<>();
    return taken;
  }

  /** Counts what came so far, but not how long it took. */
  void forgetLatency() {
    all.reset();
    recent = new Histogram(2);
  }

  /** Latencies in ms of all that was scored. */
  Histogram latency() {
    takeLatency();
    return all;
  }

  long scored() {
    return scored;
  }

  long deadLetters() {
    return deadLetters;
  }

  long distinct() {
    return scored + deadLetters;
  }
}
