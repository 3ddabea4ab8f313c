package io.credence.jobs.sink.rolling;

import io.credence.beam.Scoring;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages of each shard to files, which get their names when their window is over.
 *
 * <p>Files that are open are lost with the machine, and their messages read again; a timer that
 * fires for them then finds nothing to do. This needs a runner that gives a key to one instance of
 * this function for as long as that lives, as Flink does.
 */
final class WriteFilesFn extends DoFn<KV<Integer, ScoredMessage>, Void> {

  private static final long serialVersionUID = 1;

  /**
   * Of event time, as the watermark advances with the time for which readers have run; timers of
   * processing time may wait for the machine's clock when that is set back.
   */
  @TimerId("end")
  private final TimerSpec end = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  private final RollingSink sink;
  private final Scoring scoring;
  private transient @Nullable RowFiles rows;
  private transient Map<Integer, ShardWriter> writers = new TreeMap<>();

  WriteFilesFn(RollingSink sink, Scoring scoring) {
    this.sink = sink;
    this.scoring = scoring;
  }

  @Setup
  public void setup() {
    writers = new TreeMap<>();
    rows = RowFiles.of(scoring);
  }

  @ProcessElement
  public void process(@Element KV<Integer, ScoredMessage> message, @TimerId("end") Timer timer)
      throws IOException {
    ShardWriter writer = writer(message.getKey());
    if (writer.add(message.getValue())) {
      writer.left().ifPresent(left -> set(timer, left));
    }
  }

  private ShardWriter writer(int shard) throws IOException {
    ShardWriter writer = writers.get(shard);
    if (writer == null) {
      writer =
          new ShardWriter(
              sink,
              shard,
              Objects.requireNonNull(rows, "@Setup was not called"),
              WindowClock.of(sink.window()));
      writers.put(shard, writer);
    }
    return writer;
  }

  /** From the watermark that it is now: each reader counts from what its machine's clock said. */
  private static void set(Timer timer, Duration left) {
    // Rounded up, so that the window is over.
    timer.offset(org.joda.time.Duration.millis(left.toMillis() + 1)).withNoOutputTimestamp();
    timer.setRelative();
  }

  @OnTimer("end")
  public void onEnd(@Key Integer shard, @TimerId("end") Timer timer) throws IOException {
    ShardWriter writer = writers.get(shard);
    if (writer == null) {
      return;
    }
    if (timer.getCurrentRelativeTime().isBefore(GlobalWindow.INSTANCE.maxTimestamp())) {
      writer.publishIfOver();
      writer.left().ifPresent(left -> set(timer, left));
    } else {
      writer.publish(); // Nothing comes any more.
    }
  }

  @Teardown
  public void teardown() throws IOException {
    for (ShardWriter writer : writers.values()) {
      writer.close();
    }
  }
}
