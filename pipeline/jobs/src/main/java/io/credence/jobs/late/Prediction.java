package io.credence.jobs.late;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits for its label: what is needed to compute its prediction again, to the bit.
 *
 * @param time of its message, in milliseconds since 1970-01-01T00:00:00Z; negative for none
 * @param values of the fields that an evaluation reads
 */
record Prediction(long time, List<@Nullable Object> values) implements Arrival {

  private static final VarLongCoder NUMBER = VarLongCoder.of();

  Prediction {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  void writeTo(OutputStream out) throws IOException {
    NUMBER.encode(time, out);
    NUMBER.encode((long) values.size(), out);
    for (Object value : values) {
      FieldValues.write(value, out);
    }
  }

  static Prediction readFrom(InputStream in) throws IOException {
    long time = NUMBER.decode(in);
    List<@Nullable Object> values = new ArrayList<>();
    for (long left = NUMBER.decode(in); left > 0; left--) {
      values.add(FieldValues.read(in));
    }
    return new Prediction(time, values);
  }
}
