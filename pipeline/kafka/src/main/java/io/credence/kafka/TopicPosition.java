package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.MapCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/** How far a reader has come: the offset of the next message of each of its partitions. */
final class TopicPosition implements CheckpointMark {

  private final TreeMap<Integer, Long> next;
  private final Consumer<Map<Integer, Long>> whenComplete;

  /**
   * A position.
   *
   * @param whenComplete receives it when all that was read before it is done with
   */
  TopicPosition(Map<Integer, Long> next, Consumer<Map<Integer, Long>> whenComplete) {
    this.next = new TreeMap<>(next);
    this.whenComplete = whenComplete;
  }

  Map<Integer, Long> next() {
    return next;
  }

  @Override
  public void finalizeCheckpoint() {
    whenComplete.accept(next);
  }

  /** Partitions and offsets; a decoded position has no one to notify when it is complete. */
  static final class PositionCoder extends CustomCoder<TopicPosition> {

    private static final long serialVersionUID = 1;

    private static final MapCoder<Integer, Long> NEXT =
        MapCoder.of(VarIntCoder.of(), VarLongCoder.of());

    @Override
    public void encode(TopicPosition position, OutputStream out) throws IOException {
      NEXT.encode(position.next, out);
    }

    @Override
    public TopicPosition decode(InputStream in) throws IOException {
      return new TopicPosition(NEXT.decode(in), next -> {});
    }

    @Override
    public void verifyDeterministic() {}
  }
}
