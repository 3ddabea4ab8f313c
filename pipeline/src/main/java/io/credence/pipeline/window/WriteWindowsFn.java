package io.credence.pipeline.window;

import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages of each shard to files, which get their names when their window is over.
 *
 * <p>Files that are open are lost with the machine, and their messages read again; a timer that
 * fires for them then finds nothing to do. This needs a runner that gives a key to one instance of
 * this function for as long as that lives, as Flink does.
 */
final class WriteWindowsFn extends DoFn<KV<Integer, ScoredMessage>, Void> {

  private static final long serialVersionUID = 1;

  @TimerId("end")
  private final TimerSpec end = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  private final WindowJob job;
  private transient @Nullable ScoreColumns columns;
  private transient Map<Integer, ShardWriter> writers = new TreeMap<>();

  WriteWindowsFn(WindowJob job) {
    this.job = job;
  }

  @Setup
  public void setup() {
    writers = new TreeMap<>();
    columns = ScoreColumns.of(job.model().model(), job.spec());
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, ScoredMessage> message,
      IntervalWindow window,
      @TimerId("end") Timer timer)
      throws IOException {
    if (writer(message.getKey()).add(window, message.getValue())) {
      timer.set(window.maxTimestamp());
    }
  }

  private ShardWriter writer(int shard) throws IOException {
    ShardWriter writer = writers.get(shard);
    if (writer == null) {
      writer =
          new ShardWriter(job, shard, Objects.requireNonNull(columns, "@Setup was not called"));
      writers.put(shard, writer);
    }
    return writer;
  }

  @OnTimer("end")
  public void onEnd(@Key Integer shard, IntervalWindow window) throws IOException {
    ShardWriter writer = writers.get(shard);
    if (writer != null) {
      writer.publish(window);
    }
  }

  @Teardown
  public void teardown() throws IOException {
    for (ShardWriter writer : writers.values()) {
      writer.close();
    }
  }
}
