package io.credence.evaluation;

import io.credence.decision.Decision;
import io.credence.decision.Watch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of records between looks. A look needs the sums of all records before it, so sums
 * of stretches do, which are the same in any order and any split. Mutable; not thread-safe.
 */
final class Stretches {

  private static final int NOWHERE = -1;

  private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();
  private int number = NOWHERE;
  private @Nullable Stretch current;

  /** Records that are added from now on belong to this one. */
  void begin(int begun) {
    if (begun != number) {
      number = begun;
      current = null;
    }
  }

  /** The stretch that records belong to; null where that is not known. */
  @Nullable Stretch current(int outputs) {
    if (current == null && number != NOWHERE) {
      current = stretches.computeIfAbsent(number, none -> Stretch.of(outputs));
    }
    return current;
  }

  void add(Stretches other) {
    other.stretches.forEach(
        (at, more) -> stretches.computeIfAbsent(at, none -> Stretch.of(more.outputs())).add(more));
  }

  /**
   * What one look after the other says of an output.
   *
   * @param output its position among all
   */
  Decision decision(int output, List<Quantities> outputs) {
    Watch watch = new Watch(outputs.size(), outputs.get(output).hasIntervals());
    Stretch until = Stretch.of(outputs.size());
    for (Stretch next : stretches.values()) {
      if (next.labels(output) > 0) {
        until.add(next);
        watch.look(
            until.labels(output),
            until.covered(output),
            until.compared(output),
            until.mean(output),
            until.deviation(output));
      }
    }
    return outputs.get(output).decision(watch.looks());
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(stretches.size());
    for (Map.Entry<Integer, Stretch> each : stretches.entrySet()) {
      out.writeInt(each.getKey());
      each.getValue().writeTo(out);
    }
  }

  /** Takes up what {@link #writeTo} wrote. */
  void readFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      stretches.put(in.readInt(), Stretch.readFrom(in));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stretches that && stretches.equals(that.stretches);
  }

  @Override
  public int hashCode() {
    return stretches.hashCode();
  }
}
