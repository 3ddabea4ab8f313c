package io.credence.jobs.late;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/**
 * What came up. Of several labels of a key the last one holds: that with the latest time of its
 * message, of the highest partition, behind all others there.
 *
 * @param time of its message, in milliseconds since 1970-01-01T00:00:00Z; negative for none
 * @param partition in which it was read
 * @param offset at which it was read
 * @param values the label of each output, as {@link io.credence.evaluation.LabelReader} has it; NaN
 *     for none
 */
record Label(long time, long partition, long offset, List<Double> values) implements Arrival {

  static final Comparator<Label> ORDER =
      Comparator.comparingLong(Label::time)
          .thenComparingLong(Label::partition)
          .thenComparingLong(Label::offset);

  private static final VarLongCoder NUMBER = VarLongCoder.of();
  private static final DoubleCoder VALUE = DoubleCoder.of();

  Label {
    values = List.copyOf(values);
  }

  double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  void writeTo(OutputStream out) throws IOException {
    NUMBER.encode(time, out);
    NUMBER.encode(partition, out);
    NUMBER.encode(offset, out);
    NUMBER.encode((long) values.size(), out);
    for (Double value : values) {
      VALUE.encode(value, out);
    }
  }

  static Label readFrom(InputStream in) throws IOException {
    long time = NUMBER.decode(in);
    long partition = NUMBER.decode(in);
    long offset = NUMBER.decode(in);
    List<Double> values = new ArrayList<>();
    for (long left = NUMBER.decode(in); left > 0; left--) {
      values.add(VALUE.decode(in));
    }
    return new Label(time, partition, offset, values);
  }
}
